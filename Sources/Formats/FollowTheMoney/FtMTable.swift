extension FtMModel {
    /// The schemata of FollowTheMoney 4.11.2: what each *is*, the two ends of those that are
    /// links, and for each type of value the properties that it adds. Properties that only mirror a link ("stubs")
    /// take no values and are left out.
    ///
    /// To follow a new version: walk `followthemoney.model.schemata` and print each in this form, sorted by name.
    static let table = """
        schema Address is Thing address: full identifier: googlePlaceId osmId number: latitude longitude string: city
          postOfficeBox postalCode region remarks state street street2
        schema Airplane is Vehicle identifier: icaoCode serialNumber string: manufacturer
        schema Analyzable abstract address: locationMentioned country: detectedCountry email: emailMentioned
          identifier: ibanMentioned ip: ipMentioned language: detectedLanguage name: companiesMentioned namesMentioned
          peopleMentioned phone: phoneMentioned
        schema Article is Document
        schema Asset is Thing Value
        schema Associate is Interval edge person associate entity: associate person string: relationship
        schema Audio is Document number: duration samplingRate
        schema BankAccount is Asset date: balanceDate closingDate maxBalanceDate openingDate entity: bank identifier:
          accountNumber bic iban number: balance maxBalance string: accountType bankAddress bankName
        schema Call is Interval entity: caller receiver number: duration phone: callerNumber receiverNumber
        schema CallForTenders is Interval Thing date: awardNoticeDate awardingDate clarificationDeadline
          contractNoticeDate publicationDate submissionDeadline entity: authority onBehalfOf tenderers identifier:
          authorityReferenceId callId cpvCode nutsCode number: maximumNumberOfLots numberOfLots string: awardedInLots
          certificationCheck directive euFunding evaluationMechanism fallsUnderGPPScope involvesOutcome lotsNames
          multipleTenders paymentOptions procedure procurementType relationToThreshold reverseAuctionsIncluded
          tendersForLots title url: tedUrl
        schema Company is Asset Organization identifier: bikCode cikCode coatoCode fnsCode ipoCode irsCode isinCode
          jibCode kppCode mbsCode pfrNumber ricCode ticker voenCode number: capital string: caemCode fssCode okopfCode
          oksmCode
        schema Contract is Asset date: contractDate entity: authority project language: language string: cancelled
          classification criteria method noticeId numberAwards procedure procedureNumber status title type
        schema ContractAward is Interest Value edge contract supplier entity: callForTenders contract supplier
          identifier: cpvCode nutsCode string: amended documentNumber documentType lotNumber text: decisionReason
        schema Control is Interest edge controller controlled entity: controlled controller string: controlType
          legalBasis
        schema CourtCase is Thing date: closeDate fileDate identifier: caseNumber string: category court status type
        schema CourtCaseParty is Interest edge party case entity: case party
        schema CryptoWallet is Thing Value date: balanceDate creationDate entity: holder identifier: accountId
          cryptoAddress publicKey number: balance string: blockchain currencySymbol custodyType managingExchange
          privateKey
        schema Debt is Interval Value edge debtor creditor entity: creditor debtor
        schema Directorship is Interest edge director organization entity: director organization string: secretary
        schema Document is Analyzable Thing checksum: contentHash date: authoredAt date processedAt publishedAt
          entity: ancestors parent language: language translatedLanguage mimetype: mimeType number: fileSize string:
          author crawler encoding extension fileName generator messageId processingAgent processingError
          processingStatus title text: bodyText translatedText
        schema Documentation is Interest edge document entity entity: document entity
        schema EconomicActivity is Interval country: departureCountry destinationCountry originCountry tradingCountry
          entity: bankAccount bankForeign bankRub contract contractHolder declarant receiver sender transport
          identifier: ccdNumber vedCode string: ccdValue customsAmount customsProcedure directionOfTransportation
          dollarExchRate invoiceAmount vedCodeDescription text: goodsDescription
        schema Email is Folder HyperText PlainText entity: emitters inReplyToEmail recipients json: headers string:
          bcc cc from inReplyTo sender subject threadTopic to
        schema Employment is Interest edge employee employer entity: employee employer
        schema Event is Analyzable Interval Thing address: location entity: involved organizer string: important
        schema Family is Interval edge person relative entity: person relative string: relationship
        schema Folder is Document
        schema HyperText is Document html: bodyHtml
        schema Identification is Interval country: country entity: holder identifier: number string: authority type
        schema Image is Document entity: pictured string: credit
        schema Interest is Interval abstract string: role status
        schema Interval abstract date: date endDate modifiedAt retrievedAt startDate entity: proof name:
          namesMentioned string: publisher recordId text: description indexText summary url: alephUrl publisherUrl
          sourceUrl
        schema LegalEntity is Thing country: jurisdiction mainCountry date: dissolutionDate incorporationDate email:
          email entity: parent identifier: brightQueryId brightQueryOrgId bvdId dunsCode idNumber innCode leiCode
          licenseNumber npiCode ogrnCode okpoCode okvedCode registrationNumber sayariId swiftBic taxNumber
          uniqueEntityId uscCode vatCode name: abbreviation phone: phone string: classification icijId legalForm
          sector status taxStatus url: opencorporatesUrl website
        schema License is Contract number: area string: commodities reviewDate
        schema Membership is Interest edge member organization entity: member organization
        schema Mention country: contextCountry email: contextEmail entity: document resolved name: name phone:
          contextPhone string: detectedSchema
        schema Message is Folder HyperText Interval PlainText entity: inReplyToMessage recipientAccount recipients
          sender senderAccount json: metadata string: inReplyTo subject threadTopic
        schema Note is Analyzable Thing entity: entity
        schema Occupancy is Interval edge holder post date: declarationDate electionDate periodEnd periodStart entity:
          holder post string: constituency politicalGroup status
        schema Organization is LegalEntity identifier: cageCode giiNumber imoNumber permId
        schema Ownership is Interest edge owner asset entity: asset owner string: legalBasis ownershipType percentage
          sharesCount sharesCurrency sharesType sharesValue
        schema Package is Folder
        schema Page entity: document language: detectedLanguage number: index string: translatedTextLanguage text:
          bodyText indexText translatedText
        schema Pages is Document checksum: pdfHash
        schema Passport is Identification date: birthDate gender: gender identifier: passportNumber personalNumber
          string: birthPlace givenName surname
        schema Payment is Interval Value edge payer beneficiary entity: beneficiary beneficiaryAccount contract payer
          payerAccount project string: programme sequenceNumber transactionNumber text: purpose
        schema Person is LegalEntity country: birthCountry citizenship nationality date: birthDate deathDate gender:
          gender identifier: passportNumber socialSecurityNumber language: spokenLanguage number: height weight
          string: appearance birthPlace education ethnicity eyeColor fatherName firstName hairColor lastName
          middleName motherName nameSuffix political position profession religion secondName title text: biography
        schema PlainText is Document
        schema Position is Thing date: dissolutionDate inceptionDate entity: organization number: numberOfSeats
          string: subnationalArea
        schema Project is Interval Thing Value identifier: projectId string: goal phase status
        schema ProjectParticipant is Interest edge participant project entity: participant project
        schema PublicBody is Organization
        schema RealEstate is Asset date: createDate entity: parent identifier: cadastralCode registrationNumber
          titleNumber number: area latitude longitude string: censusBlock encumbrance landType propertyType tenure
        schema Representation is Interest edge agent client entity: agent client
        schema Risk is Interval country: country date: listingDate entity: entity identifier: programId number:
          duration string: authority program status text: reason topic: topics url: programUrl
        schema Sanction is Interval country: country date: listingDate entity: entity identifier: authorityId
          programId unscId number: duration string: authority program provisions status text: reason url: programUrl
        schema Security is Asset date: issueDate maturityDate entity: issuer identifier: figiCode isin
          registrationNumber ticker string: classification collateral type
        schema Similar entity: candidate match number: confidenceScore string: criteria matcher
        schema Succession is Interest edge predecessor successor entity: predecessor successor
        schema Table is Document checksum: csvHash json: columns number: rowCount
        schema TaxRoll is Interval country: country date: birthDate entity: taxee string: givenName income surname
          taxPaid wealth
        schema Territory is Thing entity: partOf identifier: fipsCode nutsCode territoryCode zipCode string: level
        schema Thing abstract address: address country: country date: createdAt modifiedAt retrievedAt entity:
          addressEntity proof riskSource identifier: programId wikidataId name: alias name previousName weakAlias
          string: keywords program publisher text: description indexText notes summary topic: topics url: alephUrl
          publisherUrl sourceUrl wikipediaUrl
        schema Trip is Event entity: endLocation startLocation vehicle
        schema UnknownLink is Interest edge subject object entity: object subject
        schema UserAccount is Thing email: email entity: owner ip: ipAddress phone: phone string: password service
          username
        schema Value abstract number: amount amountEur amountUsd string: currency
        schema Vehicle is Asset date: buildDate deregistrationDate registrationDate entity: operator owner identifier:
          registrationNumber string: model type
        schema Vessel is Vehicle country: flag pastFlags date: nameChangeDate identifier: callSign crsNumber imoNumber
          mmsi number: deadweightTonnage grossRegisteredTonnage tonnage string: navigationArea pastTypes
          registrationPort
        schema Video is Document number: duration
        schema Workbook is Folder
        """
}
