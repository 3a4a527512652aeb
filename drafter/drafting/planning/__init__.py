"""What an answer will do, before it is written: its requests, their things, conditions, and the notes for each."""
