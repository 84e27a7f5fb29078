"""The weekly report in llm: commands, tools and a fragment loader.

llm loads `tl_llm.plugin`; everything else is loaded when it is used.
"""
