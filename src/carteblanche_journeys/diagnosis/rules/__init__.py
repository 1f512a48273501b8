"""The rules: one fault, one file; to add a rule, copy one of them."""
