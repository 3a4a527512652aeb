"""How an invented letter is set: from its source (YAML) to blocks, and from blocks to a file format."""
