# Notes of an organisation's field workers: what somebody told, where and when, and what it mentions.
profile: ngo-notes
title: Field notes of an organisation
stream: ngo
zone: Asia/Bangkok
country: TH

table notes
need ref, date, text
entity report r key ref
    name      = ref
    note      = text
    startDate = date as time yyyy-MM-dd
    district  = place
    language  = language
    latitude  = lat
    longitude = lon
entity phone t key phone_mentioned as phone
entity plate v key plate_mentioned as plate
entity company c
    name = company_mentioned
link mentions from r to t
link mentions from r to v
link mentions from r to c
