# Persons at checkpoints: the document is what was seen; the name is what the document said.
profile: checkpoint-persons
title: Persons seen at checkpoints
stream: checkpoint
zone: Asia/Bangkok

table crossings
entity checkpoint c key Checkpoint
    latitude  = Lat
    longitude = Lon
entity document d key Nationality & ":" & Document no. as document
entity person p
    name        = Given name & " " & Family name
    alias       = Native name
    sex         = Sex
    birthDate   = Date of birth as time yyyy-MM-dd
    nationality = Nationality
link document from p to d
event sighting
    who   = Nationality & ":" & Document no. as document
    place = Checkpoint as checkpoint
    start = Time as time yyyy-MM-dd HH:mm?:ss
    note  = Direction
