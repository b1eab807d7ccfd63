"""Ownpath: the working system of a leaving-care service, built from what young people say."""
