# A workplace's list of workers, as an inspector receives it.
profile: worker-list
title: List of workers
stream: inspection
zone: Asia/Bangkok
country: TH

table workers
entity person p
    name        = "Name (Latin)"
    alias       = "Name (native)"
    nationality = Nationality
    birthDate   = Date of birth as time yyyy-MM-dd
    job         = Job
    startDate   = Start date as time yyyy-MM-dd
    wage        = Monthly wage & " " & Currency
entity document d key Nationality & ":" & Document no. as document
entity phone t key Phone as phone
entity companyNumber n key Employer reg. no. as companyNumber
link document from p to d
link phone from p to t
link employer from p to n
