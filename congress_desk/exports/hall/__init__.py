"""The pages of the hall as files: PDF, and slides for a projector on another machine."""
