"""How an invented letter is set: from its source (YAML) to blocks, and from blocks to PDF, HTML, text and Word."""
