"""Import: from files on the disk into the store, each as a whole or not at all."""
