"""The language of letters: the forms of words, nouns, verbs, clauses, amounts and days."""
