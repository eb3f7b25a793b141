# The sociocultural context of an area: about groups, never about one person (R069).
profile: area-context
title: Context of an area: languages, customs, pressures, who is trusted
stream: community
zone: Asia/Bangkok

table context
need area, summary
entity area a key area
    name      = area
    district  = district
    country   = country
    language  = languages
    note      = customs
    summary   = summary
    kind      = trusted_roles
    latitude  = lat
    longitude = lon
