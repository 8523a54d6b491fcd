"""Joins two network interfaces and delays, shuffles and loses what passes, since many kernels have no netem.

usage: delay-bridge.py ONE OTHER
Reads lines "DELAY JITTER LOSS" (milliseconds, milliseconds, percent; each way) and answers each with "ok".
Ends when its input does.
"""

import heapq
import os
import random
import select
import socket
import sys
import time

ETH_P_ALL = 3
PACKET_OUTGOING = 4
LARGEST_FRAME = 65535
AT_ONCE = 64


def open_interface(name):
    raw = socket.socket(socket.AF_PACKET, socket.SOCK_RAW, socket.htons(ETH_P_ALL))
    raw.bind((name, 0))
    raw.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 1 << 22)
    return raw


def main():
    sides = [open_interface(name) for name in sys.argv[1:3]]
    waiting = []
    number = 0
    last_due = [0.0, 0.0]
    delay = jitter = loss = 0.0
    print("ok", flush=True)
    while True:
        now = time.monotonic()
        while waiting and waiting[0][0] <= now:
            _, _, side, frame = heapq.heappop(waiting)
            try:
                sides[side].send(frame)
            except OSError:
                pass  # The interface is gone or its queue is full: lost, as on a wire.
        limit = max(0.0, waiting[0][0] - time.monotonic()) if waiting else None
        ready, _, _ = select.select([*sides, sys.stdin], [], [], limit)
        if sys.stdin in ready:
            line = os.read(0, 4096).decode().strip()
            if line == "":
                return
            delay, jitter, loss = (float(part) for part in line.splitlines()[-1].split())
            print("ok", flush=True)
        for side, raw in enumerate(sides):
            if raw not in ready:
                continue
            for _ in range(AT_ONCE):
                try:
                    frame, origin = raw.recvfrom(LARGEST_FRAME, socket.MSG_DONTWAIT)
                except BlockingIOError:
                    break
                if origin[2] == PACKET_OUTGOING or random.random() * 100 < loss:
                    continue
                other = 1 - side
                wanted = time.monotonic() + (delay + random.uniform(-jitter, jitter)) / 1000
                # Jitter without reordering, as queues make it.
                last_due[other] = max(last_due[other], wanted)
                number += 1
                heapq.heappush(waiting, (last_due[other], number, other, frame))


main()
