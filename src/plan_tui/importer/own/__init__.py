"""The reader's own database: the packaged one, and the documents that the reader added."""
