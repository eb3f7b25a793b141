# An operator's cell list: where each cell stands and which sector it covers.
profile: cells
title: Cell list with sectors
stream: register
zone: Asia/Bangkok

table cells
need cell, lat, lon
entity cell c key cell as cell
    name      = name
    latitude  = lat
    longitude = lon
    azimuth   = azimuth
    beam      = beam
    radius    = radius_m
