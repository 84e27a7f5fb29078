"""GoldenCheetah: its rides come into the log, and lifting sessions go into its library.

`tl_goldencheetah.reading` is the adapter; `tl_goldencheetah.writing` and `tl_goldencheetah.command`
write; `tl_goldencheetah.chart` is for builds with an embedded Python. They are loaded one by one:
an adapter needs no command line, and a chart no adapter.
"""
