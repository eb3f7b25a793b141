# A company register: names, address, directors and owners.
profile: company-register
title: Company register
stream: register
zone: Asia/Bangkok
country: TH

table companies
need reg_no, name_th
entity companyNumber n key reg_no as companyNumber
entity company c key reg_no
    name         = name_th lang th
    alias        = name_en lang en
    kind         = type
    registeredOn = registered as time yyyy-MM-dd
    district     = district
    latitude     = lat
    longitude    = lon
entity address a key address as address
entity phone t key phone as phone
entity person director
    name = director
entity document id key director_id as document
entity person holder
    name = shareholder
link companyNumber from c to n
link address from c to a
link phone from c to t
link director from c to director
link document from director to id
link owner from c to holder
