"""The passages of an answer: one writer for each way to treat a request, and the composer that puts them in order."""
