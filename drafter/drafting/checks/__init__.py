"""What judges an answer, and what counsel is told beside it: the fact firewall, cautions, positions, ties."""
