#!/bin/sh
# Stands where Electron's binary would: starts Node with the stand-in, which then runs the app.
self=$(readlink -f "$0")
inspect=
for argument in "$@"; do
  case $argument in --inspect | --inspect=* | --inspect-brk | --inspect-brk=*) inspect=$argument ;; esac
done
exec node ${inspect:+"$inspect"} --unhandled-rejections=warn --enable-source-maps \
  --disable-warning=ExperimentalWarning "$(dirname "$self")/boot.cjs" "$self" "$@"
# The shell has gone by now. What follows is Electron's fuse wire, for tools that read and flip it.
