# Call records, layout C: tabs, UTF-16, times in UTC with start and end, cell as location area and cell number.
profile: calls-lanexang
title: Call records, layout C (UTC, start and end)
stream: telephony
zone: UTC
country: LA

table calls
need Type
event call when Type is MOC
    from    = A-Party as phone
    to      = B-Party as phone
    start   = Start as time yyyy-MM-dd'T'HH:mm:ssX
    end     = End as time yyyy-MM-dd'T'HH:mm:ssX
    handset = IMEI as handset
    place   = "457-01-" & LAC & "-" & CI as cell
event message when Type is SMS
    from    = A-Party as phone
    to      = B-Party as phone
    start   = Start as time yyyy-MM-dd'T'HH:mm:ssX
    handset = IMEI as handset
    place   = "457-01-" & LAC & "-" & CI as cell
