"""Forms of one record: card, form, dialog with its one act, question for a reason."""
