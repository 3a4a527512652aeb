"""Single sentences of an answer: questions turned into statements that answer them, bare replies made whole."""
