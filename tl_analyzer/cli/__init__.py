"""The command line ``tl``: one command a module, loaded when it is needed."""
