"""The log that record.c writes, and what a disk may hold when the power is cut at a moment of it.

What a disk owes: everything written to a file before a sync of that file, and every name made or removed before a sync
of its folder. Of the rest it may have any part: each write or none, in sectors of 512 bytes; of changes to names the
first few, in order, because file systems keep a journal of them.
"""

import struct
from dataclasses import dataclass, field

SECTOR = 512
HEAD = struct.Struct("<c3xIIIQ")


@dataclass
class Call:
    kind: str  # O made, W write, T truncate, S sync, U removed, R renamed, A acknowledgement
    thread: int
    name: str
    data: bytes
    offset: int


def read_log(path):
    bytes_, place, calls = path.read_bytes(), 0, []
    while place < len(bytes_):
        kind, thread, name, data, offset = HEAD.unpack_from(bytes_, place)
        place += HEAD.size
        calls.append(Call(kind.decode(), thread, bytes_[place:place + name].decode(),
                          bytes_[place + name:place + name + data], offset))
        place += name + data
    return calls


@dataclass
class File:
    image: bytearray = field(default_factory=bytearray)
    pending: list = field(default_factory=list)  # writes and truncations since the last sync


def truncate(image, size):
    if size < len(image):
        del image[size:]
    else:
        image.extend(bytes(size - len(image)))


def write(image, offset, data):
    if len(image) < offset:
        image.extend(bytes(offset - len(image)))
    image[offset:offset + len(data)] = data


def perform(image, call):
    if call.kind == "T":
        truncate(image, call.offset)
    else:
        write(image, call.offset, call.data)


def write_torn(image, call, arrives):
    """Lets some sectors of a write arrive; a sector that the write covers in part arrives with that part."""
    start, end = call.offset, call.offset + len(call.data)
    while start < end:
        stop = min(end, (start // SECTOR + 1) * SECTOR)
        if arrives():
            write(image, start, call.data[start - call.offset:stop - call.offset])
        start = stop


class Disk:
    """A folder as the program sees it, and what of it is owed."""

    def __init__(self):
        self.seen = {}      # name -> File, for the program
        self.owed = {}      # name -> File, after a power cut at least
        self.renames = []   # changes to names since the folder's last sync
        self.acks = bytearray()

    def apply(self, call):
        if call.kind == "A":
            self.acks += call.data
        elif call.kind == "O":
            self.seen[call.name] = File()
            self.renames.append(("put", call.name, self.seen[call.name]))
        elif call.kind == "U":
            self.seen.pop(call.name, None)
            self.renames.append(("drop", call.name, None))
        elif call.kind == "R":
            file = self.seen.pop(call.name)
            self.seen[call.data.decode()] = file
            self.renames += [("drop", call.name, None), ("put", call.data.decode(), file)]
        elif call.kind == "S" and call.name == "":
            self.rename(self.owed, self.renames)
            self.renames = []
        elif call.kind == "S":
            file = self.seen[call.name]
            for waiting in file.pending:
                perform(file.image, waiting)
            file.pending = []
        else:
            self.seen[call.name].pending.append(call)

    @staticmethod
    def rename(names, changes):
        for what, name, file in changes:
            if what == "put":
                names[name] = file
            else:
                names.pop(name, None)

    def after_cut(self, mode, draw):
        """The files, name -> bytes, that a disk holds after a power cut now.

        prefix: all that was written arrived; nothing: only what is owed; subset: some writes did; torn: some sectors.
        """
        names = dict(self.owed)
        kept = {"prefix": len(self.renames), "nothing": 0}.get(mode, draw.randint(0, len(self.renames)))
        self.rename(names, self.renames[:kept])
        share = draw.choice([0.1, 0.5, 0.9])
        files = {}
        for name, file in sorted(names.items()):
            image = bytearray(file.image)
            for call in file.pending:
                if mode == "prefix" or (mode in ("subset", "torn") and draw.random() < share):
                    if mode == "torn" and call.kind == "W":
                        write_torn(image, call, lambda: draw.random() < 0.7)
                    else:
                        perform(image, call)
            files[name] = image
        return files

    @property
    def at_risk(self):
        """How many changes are not owed yet."""
        return len(self.renames) + sum(len(file.pending) for file in self.seen.values())
