# Vehicles at checkpoints, as cameras or officers note them.
profile: checkpoint-vehicles
title: Vehicles seen at checkpoints
stream: checkpoint
zone: Asia/Bangkok
country: TH

table vehicles
entity checkpoint c key checkpoint
    name      = checkpoint_name
    latitude  = lat
    longitude = lon
event sighting
    who   = plate & " " & plate_province as plate
    place = checkpoint as checkpoint
    start = time as time yyyy-MM-dd'T'HH:mm:ssX
    note  = direction
