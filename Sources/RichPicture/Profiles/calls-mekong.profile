# Call records, layout B: Thai column names, Windows-874, semicolons, years of the Buddhist era, date and time apart.
profile: calls-mekong
title: Call records, layout B (Thai columns, Buddhist era)
stream: telephony
zone: Asia/Bangkok
country: TH

table calls
need ประเภท
event call when ประเภท is โทร
    from     = หมายเลขต้นทาง as phone
    to       = หมายเลขปลายทาง as phone
    start    = วันที่ & " " & เวลา as time dd/MM/BBBB HH:mm:ss
    duration = ระยะเวลา as clock
    place    = รหัสเสา as cell
event message when ประเภท is ข้อความ
    from     = หมายเลขต้นทาง as phone
    to       = หมายเลขปลายทาง as phone
    start    = วันที่ & " " & เวลา as time dd/MM/BBBB HH:mm:ss
    place    = รหัสเสา as cell
