"""Outlines of countries and provinces as small GeoJSON, from a GeoPackage.

A GeoPackage is a SQLite file whose geometries are a short header and WKB, so the standard library reads it.
Lines are simplified by Douglas and Peucker's rule *between junctions*: a border that two areas share is cut
into the same pieces and simplified once, so that neighbours keep touching and no slivers appear.
"""

import json
import sqlite3
import struct

# South-East Asia and the countries that people travel from and to: drawn finely, with provinces.
REGION = (
    "TH MM KH LA VN MY SG ID BN PH TL "  # the region
    "CN IN BD NP BT LK TW HK MO"  # neighbours
).split()
FINE_DEGREES, COARSE_DEGREES = 0.005, 0.08  # how far a simplified line may lie from the true one
FINE_ISLAND, COARSE_ISLAND = 0.0002, 0.03  # islands of less than this many square degrees are left out …
NOTE = (
    "Natural Earth 1:10m, simplified; public domain. For orientation only: "
    "borders and names here express no opinion on anybody's status."
)


def read_rings(blob):
    """The polygons of a GeoPackage geometry, each a list of rings, each a list of (longitude, latitude)."""
    envelope = (blob[3] >> 1) & 7
    wkb = memoryview(blob)[8 + (0, 32, 48, 48, 64)[envelope]:]

    def polygons(at):
        order = "<" if wkb[at] == 1 else ">"
        kind, count = struct.unpack_from(order + "II", wkb, at + 1)
        at += 9
        found = []
        if kind == 6:  # MultiPolygon
            for _ in range(count):
                inner, at = polygons(at)
                found += inner
            return found, at
        if kind != 3:  # Polygon
            raise ValueError(f"expected a polygon in the map, found WKB kind {kind}")
        rings = []
        for _ in range(count):
            points, = struct.unpack_from(order + "I", wkb, at)
            numbers = struct.unpack_from(f"{order}{2 * points}d", wkb, at + 4)
            at += 4 + 16 * points
            rings.append(list(zip(numbers[::2], numbers[1::2])))
        return [rings], at

    return polygons(0)[0]


def area(ring):
    """The area of a closed ring in square degrees."""
    return abs(sum(a[0] * b[1] - b[0] * a[1] for a, b in zip(ring, ring[1:]))) / 2


def junctions(all_rings):
    """The points where borders meet: those with other neighbours in one ring than in another."""
    neighbours, meeting = {}, set()
    for ring in all_rings:
        for index in range(len(ring) - 1):
            pair = frozenset((ring[index - 1 if index else -2], ring[index + 1]))
            if neighbours.setdefault(ring[index], pair) != pair:
                meeting.add(ring[index])
    return meeting


def douglas_peucker(line, tolerance):
    """The line with every point left out that lies nearer than `tolerance` to what remains."""
    keep = {0, len(line) - 1}
    stack = [(0, len(line) - 1)]
    while stack:
        first, last = stack.pop()
        (ax, ay), (bx, by) = line[first], line[last]
        dx, dy = bx - ax, by - ay
        length = dx * dx + dy * dy
        far, farthest = 0.0, None
        for index in range(first + 1, last):
            px, py = line[index][0] - ax, line[index][1] - ay
            t = min(1.0, max(0.0, (px * dx + py * dy) / length)) if length else 0.0
            ex, ey = px - t * dx, py - t * dy
            if ex * ex + ey * ey > far:
                far, farthest = ex * ex + ey * ey, index
        if farthest is not None and far > tolerance * tolerance:
            keep.add(farthest)
            stack += [(first, farthest), (farthest, last)]
    return [line[index] for index in sorted(keep)]


def simplify_ring(ring, meeting, tolerance, done):
    """A closed ring, simplified piece by piece between the points where borders meet."""
    points = ring[:-1]
    start = next((i for i, point in enumerate(points) if point in meeting), None)
    if start is None:  # an island: begin at a point that does not depend on who draws it
        start = points.index(min(points))
    points = points[start:] + points[:start] + [points[start]]
    cuts = [i for i, point in enumerate(points) if point in meeting or i in (0, len(points) - 1)]
    if len(cuts) == 2:  # one piece: fix its farthest point too, so that it does not collapse
        x, y = points[0]
        far = max(range(len(points)), key=lambda i: (abs(points[i][0] - x) + abs(points[i][1] - y), points[i]))
        cuts.insert(1, far)
    out = [points[0]]
    for first, last in zip(cuts, cuts[1:]):
        piece = points[first:last + 1]
        forward = piece[0] < piece[-1] or (piece[0] == piece[-1] and piece[1] <= piece[-2])
        key = tuple(piece if forward else reversed(piece))
        if key not in done:
            done[key] = douglas_peucker(list(key), tolerance)
        out += (done[key] if forward else done[key][::-1])[1:]
    return out


def features(rows, tolerance, island, digits, detail):
    """GeoJSON features of `(level, iso, name, geometry blob)` rows that share their borders."""
    shapes = [(level, iso, name, read_rings(blob)) for level, iso, name, blob in rows]
    meeting = junctions([ring for shape in shapes for polygon in shape[3] for ring in polygon])
    done = {}
    for level, iso, name, polygons in shapes:
        largest = max(area(polygon[0]) for polygon in polygons)
        kept = []
        for polygon in polygons:
            if area(polygon[0]) < island and area(polygon[0]) < largest:  # … unless they are all there is
                continue
            rings = []
            for ring in polygon:
                drawn = [[round(x, digits), round(y, digits)] for x, y in simplify_ring(ring, meeting, tolerance, done)]
                drawn = [p for i, p in enumerate(drawn) if i == 0 or p != drawn[i - 1]]
                if len(drawn) >= 4:
                    rings.append(drawn)
                elif not rings:
                    break  # the outer ring is smaller than the rounding: nothing to draw
            if rings:
                kept.append(rings)
        if not kept:  # a very small country: its box is better than nothing
            ring = max(polygons, key=lambda polygon: area(polygon[0]))[0]
            kept = [[[[round(x, 4), round(y, 4)] for x, y in ring]]]
        xs = [point[0] for rings in kept for point in rings[0]]
        ys = [point[1] for rings in kept for point in rings[0]]
        yield {
            "type": "Feature",
            "bbox": [min(xs), min(ys), max(xs), max(ys)],
            "properties": {"name": name, "iso": iso, "level": level, "detail": detail},
            "geometry": {"type": "MultiPolygon", "coordinates": kept},
        }


def write_outlines(geopackage, destination):
    """Writes the outlines and answers how many features there are.

    Each feature has `name`, `iso` (ISO 3166-1 alpha-2 of the country), `level` (0 country, 1 province) and
    `detail`: `world` (every country, coarse) or `region` (South-East Asia and neighbours, fine).
    """
    database = sqlite3.connect(f"file:{geopackage}?mode=ro", uri=True)
    world = database.execute(
        "SELECT 0, iso_a2, NAME, geom FROM countries WHERE length(iso_a2) = 2 AND NAME IS NOT NULL"
        " AND iso_a2 <> '-1' ORDER BY NAME").fetchall()
    marks = ",".join("?" * len(REGION))
    provinces = database.execute(
        "SELECT 1, iso_a2, coalesce(name, woe_name, gn_name, ''), geom FROM states_provinces"
        f" WHERE iso_a2 IN ({marks}) ORDER BY iso_a2, name, fid", REGION).fetchall()
    near = [row for row in world if row[1] in REGION]
    found = list(features(world, COARSE_DEGREES, COARSE_ISLAND, 2, "world"))
    found += features(near + provinces, FINE_DEGREES, FINE_ISLAND, 3, "region")
    collection = {"type": "FeatureCollection", "note": NOTE, "features": found}
    with open(destination, "w", encoding="utf-8") as file:
        json.dump(collection, file, ensure_ascii=False, separators=(",", ":"))
    return len(found)
