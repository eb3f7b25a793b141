# The call records of the IEEE VAST Challenge 2008: phones and towers are plain numbers, times are to the minute.
# Four calls state a duration below zero: they are taken without one.
profile: vast2008
title: VAST Challenge 2008, cell phone call records
stream: telephony
zone: UTC

table calls
event call
    from     = From as phone
    to       = To as phone
    start    = DateTime as time M/d/yyyy H:mm
    duration = Duration.seconds. as seconds or nothing
    place    = Cell.Tower as cell
