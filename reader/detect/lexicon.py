"""Words that news puts around names: titles, roles, speech verbs, particles; and words that are no names.

All sets hold lower-case words without full stops. Longer lists (places, given and family names) live in
`data/*.txt`, one entry a line, and are read on first use.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from pathlib import Path

from reader.detect.sorted_lines import SortedLines

DATA = Path(__file__).parent / "data"

#: Words before a name that belong to the person's title and never to the name.
TITLES = frozenset(
    """mr mrs ms miss mx dr doctor prof professor sir dame lord lady baron baroness count countess duke duchess
    sheikh shaikh sheik shaykh imam ayatollah mullah mufti maulana rabbi hajj hajji haji sayyid sayed sayyed
    king queen prince princess emir amir sultan caliph shah tsar emperor empress pope cardinal bishop archbishop
    patriarch father brother sister rev reverend monsignor msgr mother deacon pastor chaplain vicar friar lama
    president premier chancellor governor gov mayor senator sen senators sens representative rep reps congressman
    congresswoman assemblyman assemblywoman councillor councilman councilwoman councilor mp ambassador envoy consul
    secretary speaker minister mk attorney-general secretary-general taoiseach
    general gen lieutenant lt major maj colonel col captain capt commander cmdr cdr comdr sergeant sgt corporal cpl
    private pvt pfc spc specialist admiral adm brigadier brig marshal commodore warrant ensign
    judge justice magistrate inspector insp superintendent supt constable detective det sheriff marshal
    chairman chairwoman chairperson spokesman spokeswoman spokesperson director-general ceo
    excellency majesty highness eminence holiness comrade pres hon honourable honorable
    president-elect prime-minister-elect governor-elect mayor-elect vice-president vice-chairman
    messrs madam madame monsieur mme mlle herr frau fräulein senor señor señora signor signora don doña dona pandit
    mahatma swami guru engineer eng agha bey pasha effendi ustaz mwalimu ogbeni otunba alhaji alhaja oba chief emeritus
    coach manager analyst lawyer attorney professor-emeritus commissioner justices judges cllr alderman administrator
    asp dsp dcp acp ssp dgp igp sepoy naik havildar subedar jemadar ugaas garaad nabadoon suldaan togbe dato dato'
    datuk datin ven venerable airman seaman midshipman guardsman fusilier rifleman trooper bombardier sapper kingsman
    const mister pte adv ratu datu haj hajiya comptroller treasurer auditor
    ombudsman registrar ssgt seri ajahn phra malam daw mawlawi molavi moulvi mawlana ustad ustadh""".split()
)
#: Words that may stand inside a title between other title words ("Major General", "Deputy Prime Minister").
TITLE_PARTS = frozenset(
    """prime vice deputy acting interim former ex then-president ex-president ex-minister late rear petty first second
    class staff senior chief assistant associate under air field grand crown lance foreign defense defence interior
    finance home state justice trade oil health education information economy labor labour culture agriculture
    transport environment planning attorney joint district police army navy force fleet secretary of the affairs
    and for minister president executive managing national security military supreme prosecutor marine house
    majority minority floor opposition general-designate""".split()
)
#: Nouns for what a person is; before a name ("spokesman Karim") or after it ("Karim, a lawyer").
ROLES = frozenset(
    """spokesman spokeswoman spokesperson minister president premier chancellor governor mayor senator lawmaker deputy
    commander chief leader head director chairman chairwoman chair member adviser advisor analyst expert economist
    lawyer attorney judge prosecutor officer official inspector soldier general colonel captain lieutenant sergeant
    reporter correspondent journalist editor writer author poet novelist columnist historian professor lecturer
    scientist researcher scholar teacher student doctor nurse surgeon physician engineer architect artist painter
    sculptor singer musician composer conductor guitarist drummer pianist actor actress comedian director filmmaker
    producer dancer designer photographer model chef farmer fisherman driver pilot astronaut sailor worker
    businessman businesswoman entrepreneur tycoon banker trader executive manager founder co-founder owner partner
    boss activist campaigner dissident rebel warlord militant cleric preacher priest bishop pope imam ayatollah rabbi
    king queen prince princess emperor sultan emir diplomat ambassador envoy negotiator mediator secretary
    candidate politician opponent rival incumbent successor predecessor speaker whip
    coach trainer captain player striker midfielder defender goalkeeper forward quarterback pitcher catcher batsman
    bowler golfer boxer swimmer sprinter runner cyclist skier skater wrestler driver champion winner referee
    suspect defendant victim witness gunman hostage prisoner detainee fugitive survivor refugee resident neighbor
    neighbour wife husband son daughter father mother brother sister cousin uncle aunt nephew niece grandson
    granddaughter grandfather grandmother widow friend colleague aide assistant bodyguard translator interpreter
    man woman boy girl teenager patient veteran hero legend icon star celebrity billionaire millionaire
    philosopher theologian psychologist sociologist biologist chemist physicist mathematician inventor explorer
    playwright skipper bailiff widower contractor ranger regent screenwriter vocalist bassist violinist cellist rapper
    soloist choreographer winger fullback cornerback linebacker lineman infielder outfielder shortstop reliever rookie
    headmaster headmistress provost caretaker landlord landlady shopkeeper grocer plumber electrician welder mechanic
    foreman janitor cashier waiter waitress bartender trucker herder rancher grower trader broker dealer tenant postman
    postmaster librarian archivist pathologist coroner paramedic firefighter midwife pharmacist dentist veterinarian
    geologist astronomer archaeologist anthropologist meteorologist forecaster seismologist ecologist epidemiologist
    statistician demographer bureaucrat commandant navigator co-pilot juror plaintiff petitioner complainant
    whistleblower informant kidnapper hijacker smuggler trafficker monk nun abbot missionary evangelist astrologer
    nominee laureate contestant lead frontman star-turned technocrat strategist pollster lobbyist ex-president
    ex-minister vice-president co-chair chieftain elder guru mastermind ringleader operative agent spy""".split()
)
#: Finite verbs that a person does in news, mostly of saying; right after a name or right before it.
SPEECH = frozenset(
    """said says say told tells added adds asked asks stated states noted notes warned warns stressed stresses
    announced announces explained explains insisted insists argued argues claimed claims confirmed confirms denied
    denies declared declares described describes predicted predicts replied replies responded responds recalled
    recalls remarked remarks revealed reveals suggested suggests urged urges wrote writes tweeted vowed vows pledged
    pledges promised promises admitted admits agreed agrees acknowledged acknowledges believes believed thinks thought
    considers considered emphasized emphasised emphasizes pointed points indicated indicates conceded concedes
    concluded concludes complained complains commented comments continued continues called calls hoped hopes feared
    fears wants wanted knows knew met meets visited visits arrived arrives left resigned resigns died dies married
    born testified testifies apologized apologised rejected rejects accused accuses criticized criticised criticizes
    praised praises condemned condemns dismissed dismisses welcomed appealed joked quipped laughed smiled shrugged
    observed observes cautioned cautions maintained reiterated estimated scored won lost beat defeated
    succeeded replaced led leads headed heads appointed elected nominated sworn arrested jailed convicted sentenced
    killed shot wounded injured charged detained released who whose whom aged""".split()
)
#: Letters behind a name that are honours, degrees or orders and no part of it.
HONOURS = frozenset(
    """frs frse fba obe cbe mbe kbe dbe gbe kcb kcmg gcb qc kc ph.d phd m.d md mba esq ra rn dds jp mp mep msp llb llm
    bsc msc ba ma cpa cfa faia fcpa usn usaf usmc ret""".split()
)
#: Small words inside names that are written in lower case.
PARTICLES = frozenset(
    """al el ul ud ad as ash at az an ar bin ben ibn bint abu abou umm van von der den de del della di da do dos das du
    la le las los ter ten te af av zu zur und y e bat ap ould wuld op 't d l bte binti s/o d/o anak
    arap dia ole wa dela delos ag walet mint ferch verch ab na dei degli delle dalla dal auf vom zum""".split()
)
#: What Arabic names take in front with a hyphen; folded away when spellings are compared.
ARTICLES = (
    "al-",
    "el-",
    "ul-",
    "ad-",
    "as-",
    "ash-",
    "at-",
    "az-",
    "an-",
    "ar-",
    "ed-",
    "es-",
    "en-",
    "er-",
    "ez-",
)
#: Last words that show that a run of capitals is an organisation, a place, a work or an event.
ORG_ENDS = frozenset(
    """agency airlines airport airways alliance army assembly association authority bank bloc board brigade brigades
    bureau cabinet camp center centre church cinema city club coalition college command commission committee company
    conference congress constitution corp corporation council country court creek cup daily day department desert
    district division embassy empire enterprise exchange federation festival field film firm force forces forest front
    fund gallery game games gazette government group guard guards gulf hall harbor herald high highway hills holdings
    hospital hotel house inc industries institute institution investment investments island islands journal
    kingdom laboratory lake law league legion library ltd magazine mall market media media ministry mission mosque
    motors mountain mountains movement museum navy network news newspaper observatory ocean office oil opera
    orchestra organisation organization palace park parliament party peninsula plant plaza police pool port post power
    press prison prize program project province radio railway region regiment republic reserve resistance
    river road school schools sea security senate service services shipyard society soviet square stadium state states
    station store street strip studio studios supreme syndicate system team telegraph television temple territory
    theater theatre times tower trade treaty tribunal tribune trust tv union united university valley village
    war watch way weekly workers world zone plc llc gmbh ag sa spa bhd nv abbey academy act action administration
    avenue bay beach bridge building canal cathedral cemetery channel coast county drive foundation harbour
    heights hill initiative lane mill monastery oblast pass pact plan plateau point pond programme
    protocol raion resolution ridge shrine springs summit terminal tour town township trail trophy tunnel
    robotics technologies technology solutions partners capital ventures labs laboratories software pharmaceuticals
    pharma foods brands properties securities asset management advisors consulting communications entertainment
    pictures productions records energy petroleum minerals mining steel electric electronics financial insurance
    open championship championships series award awards week month agreement accord declaration""".split()
)
#: First words of places ("Fort Lee", "Lake Victoria", "Camp David").
PLACE_HEADS = frozenset(
    """fort mount mt lake cape port camp san santa saint st ste los las el point bay isle hurricane typhoon tropical
    operation uss hms hotel villa casa rue via plaza piazza place avenue boulevard puerto rio tel tal tell deir umm beit
    kfar khan jebel jabal wadi ain bab bir ras kafr ghat nuevo nueva monte sierra valle cerro""".split()
)
#: What somebody is to somebody.
KIN = frozenset(
    """son daughter wife husband brother sister mother father grandson granddaughter grandmother grandfather widow
    widower fiancé fiancée fiance fiancee nephew niece cousin uncle aunt stepson stepdaughter stepfather stepmother
    girlfriend boyfriend twin half-brother half-sister son-in-law daughter-in-law brother-in-law
    sister-in-law""".split()
)
#: Words before a name that make it a storm's, a ship's or an operation's.
NAMESAKES = frozenset(
    "cyclone hurricane typhoon storm operation hms uss hmc mv ss rv codename tropical".split()
)
#: What stands before the names of ships of all navies and lines.
SHIP_LETTERS = frozenset(
    """USS USNS USCGC HMS HMAS HMCS HMNZS PNS BNS KRI KMP BRP RSS ROKS JS JDS TCG FGS HNLMS HDMS HNoMS HSwMS NRP IRINS
    MV MT MS SS RV RMS""".split()
)
#: Words right after a name that make it a place's or a body's: "Charles de Gaulle airport".
NAMED_AFTER = frozenset(
    """airport airline airlines street avenue boulevard stadium bridge hospital university museum school college hotel
    camp refinery mosque shrine prison barracks garrison dam tunnel highway metro brand supermarket supermarkets stores
    store restaurant restaurants newspaper magazine website peninsula river lake county province district valley island
    islands airbase refugee missile missiles rifle rifles helicopter aircraft engine software browser virus disease
    rocket rockets probe lander orbiter rover satellite satellites spacecraft telescope capsule booster
    tanker freighter ferry frigate destroyer warship trawler
    pier wharf jetty quay promenade cemetery borough township barangay orphanage
    syndrome insurgents militants militia fighters network group party brewery""".split()
)
#: Words in capitals behind a full name that make it a thing's.
NAMED_THINGS = frozenset(
    """day award awards prize medal trophy fellowship scholarship memorial boulevard avenue street road square park hut
    bay school college university hospital clinic airport stadium arena bridge foundation institute museum library
    centre center hall building tower house theatre theater brigade battalion division card""".split()
)
#: Last words that make a name of several words a firm's, a paper's, a thing's or a street's; unlike ORG_ENDS
#: the tagger has not been told of them.
BODY_TAILS = frozenset(
    """air salvage marine shipmanagement shipping shipbuilding logistics freight lines maritime offshore aviation
    aerospace boulevard streets showroom metro diocese archdiocese cavalcade podcast mysteries philanthropy
    traveller hornets
    dispatch chronicle examiner inquirer gazette telescope collider accelerator spacecraft satellite
    strasse straße platz allee gasse bazaar bazar glacier campaign plumbing bakery pharmacy roofing nursery farms
    dairy ranch winery vineyards cellars diner tavern grill pizzeria deli salon gym clinic hospice mortuary trucking
    nagar crossing roundabout interchange flyover expressway motorway turnpike causeway chowk bhavan bhawan vihar
    holding cement steel petroleum petrochemicals pharma pharmaceuticals telecom telekom foods textiles healthcare
    breweries securities assurance
    dal parishad samiti sabha morcha sangh sangha sena mahasabha shangha andolan akademi loya niwas sadan durbar
    towing hardware furniture jewelers realty brewing brewery distillery catering landscaping contracting""".split()
)
#: What follows an owner's mark in the name of a paper, a market or a shop: "Lloyd's List".
OWNED = frozenset(
    "list register digest almanac syndicate gazette weekly bazaar magazine law bay creek comet point rule cup".split()
)
#: What is called after the one who described it: "Parkinson's disease".
AILMENTS = frozenset("disease palsy syndrome sarcoma lymphoma chorea thyroiditis".split())
#: Spacecraft, rockets and telescopes that are named alone.
CRAFT = frozenset(
    """sputnik soyuz vostok voskhod luna lunokhod juno vikram pragyan chandrayaan chang'e cassini huygens hubble rosetta
    philae giotto artemis orion ariane mariner skylab columbia challenger atlantis endeavour eagle intrepid
    odyssey""".split()
)
#: Ships that bear the names of admirals and marshals.
SHIPS = frozenset(
    "carrier cruiser frigate destroyer battleship submarine icebreaker flagship corvette".split()
)
#: Words right after a name that make it a craft's: "the Webb telescope".
CRAFT_KINDS = frozenset("rocket probe lander orbiter rover spacecraft telescope".split())
#: Words right before a name that say it is a place, a body, a work or a thing.
THINGS = frozenset(
    """city town village suburb province district region state county island river lake port capital airport
    municipality battle siege treaty company firm airline newspaper magazine daily weekly website album novel film
    movie song band
    opera play series musical ship vessel frigate destroyer submarine yacht boat spacecraft shuttle rover probe brand
    lander orbiter satellite telescope rocket capsule tanker freighter ferry trawler liner warship dhow
    catamaran schooner
    group network militia movement party sect tribe clan operation codenamed drug browser game team club stadium
    church search hamlet outskirts quarter neighborhood neighbourhood parish commune canton governorate countryside
    prefecture oblast subdistrict constituency barrio favela mukhtar""".split()
)
#: Words right after a name of several words that make it a firm's in the whole text: "Aigle Bleu airline".
FIRM_KINDS = frozenset(
    "airline airlines newspaper magazine company firm supermarket brewery bookstore".split()
)
#: The same before "of" and a name: a team or a party can also be somebody's.
SITES = THINGS - frozenset("team party group movement network sect club band".split()) | frozenset(
    """cities towns villages townships township suburbs provinces districts regions islands rivers lakes hamlets
        settlements communities neighborhoods neighbourhoods municipalities prefectures""".split()
)
#: Places that follow the town in them ("Hawthorne, California") or a member of parliament.
STATES = frozenset(
    """alabama ala alaska arizona ariz arkansas ark california calif colorado colo connecticut conn delaware del
    florida fla georgia ga hawaii idaho illinois ill indiana ind iowa kansas kan kentucky ky louisiana la
    maine maryland md
    massachusetts mass michigan mich minnesota minn mississippi miss missouri mo montana mont nebraska neb
    nevada nev oregon ore ohio oklahoma okla pennsylvania pa tennessee tenn texas tex utah vermont vt virginia
    va washington wash wisconsin wis wyoming wyo n.h n.j n.m n.y n.c n.d s.c s.d r.i w.va england scotland
    wales ontario quebec alberta australia canada france germany italy spain japan china india iraq syria iran
    turkey russia ukraine mexico brazil""".split()
)
#: What has a name and is nobody: "a dog named Max".
ANIMALS = frozenset(
    """dog dogs puppy terrier labrador retriever spaniel poodle cat cats kitten horse horses mare stallion colt filly
    gelding pony sheep ewe lamb goat cow bull calf pig boar elephant whale orca dolphin gorilla chimpanzee chimp monkey
    orangutan panda bear tiger lion lioness parrot falcon hawk eagle owl tortoise turtle crocodile alligator robot
    hamster rabbit llama camel rhino rhinoceros hippo giraffe wolf fox octopus shark""".split()
)
#: First words of bodies in other languages and of clubs.
BODY_HEADS = frozenset(
    """instituto istituto institut universidad universidade università banco banca banque grupo gruppo partido partito
    caja cassa
    movimiento movimento club deportivo atletico atlético sporting stade fc ac afc sc cf real inter dynamo dinamo
    spartak lokomotiv bayern borussia eintracht société sociedad compagnie companhia casa centro centre collège
    lycée école escuela scuola radio télé tv fondation fundación fundação comité comité consejo jabhat harakat hizb
    jaish jaysh lashkar jamaat ansar liwa kataib kata'ib saraya asaib asa'ib hashd hashid faylaq jund ahrar
    baie bahía bahia rivière riviere plage playa isla île ile pulau
    gunung sungai kampung jalan avenida calle barrio barangay presa represa embalse estadio estádio puente ponte
    aeropuerto aeroporto parque ejido hacienda liceo teatro museo palacio catedral iglesia universiti masjid stadion
    gedung taman bandara praça rodovia""".split()
)
#: What stands before a place.
LOCATIVE = frozenset("in at near from outside inside across into toward towards throughout around".split())
#: Words in capitals that are never (part of) a person's name.
NOT_NAMES = frozenset(
    """monday tuesday wednesday thursday friday saturday sunday january february march april may june july august
    september october november december christmas easter ramadan eid islam christianity judaism halloween thanksgiving
    hanukkah passover purim sukkot diwali nowruz pentecost epiphany ashura muharram yuletide lent
    i the a an he she it they we you his her its their our my your this that these those there here in on at by for
    from with without to of as but and or nor if when while where who what why how which after before since until
    because although though however meanwhile also both each every some many most more few several all no not one two
    three four five six seven eight nine ten new old first second third last next other another another's such so
    then thus still yet now today tomorrow yesterday once under over between during against according about among
    earlier later officials police troops reports people critics experts analysts authorities protesters rebels
    soldiers voters witnesses israelis iraqis palestinians americans russians
    breaking photo image video file caption read share tweet follow click subscribe related advertisement
    north south east west northern southern eastern western central upper lower middle great greater
    islamic muslim muslims christian christians jewish jews sunni shiite shia shi'ite catholic orthodox
    communist republican republicans democrat democrats democratic socialist liberal conservative labour
    uae usa u.s u.n u.k e.u nato isis isil opec unesco unicef reuters bbc cnn""".split()
)
#: The same for words that are none of this unless they are written in capitals ("UN", but "Kim Jong Un").
ACRONYMS = frozenset(
    "us uk un eu ap afp who it pm mp ceo cia fbi nba nfl nhl abc cbs nbc imf plo kgb irs gop".split()
)


class SortedWords:
    """A long list of words in order; what it holds is looked for without making a word of every line."""

    def __init__(self, table: bytes) -> None:
        self._lines = SortedLines(table)

    def __contains__(self, word: object) -> bool:
        return isinstance(word, str) and self._lines.behind(word, b"\n") >= 0

    def __iter__(self) -> Iterator[str]:
        return iter(self._lines.table.decode().split("\n")[:-1])


@cache
def long_list(name: str) -> SortedWords:
    """The lower-case entries of `data/<name>.txt`, which are in the order of their characters."""
    return SortedWords((DATA / f"{name}.txt").read_bytes())


@cache
def entries(name: str) -> frozenset[str]:
    """The lower-case entries of `data/<name>.txt`; empty when the list is not there."""
    try:
        text = (DATA / f"{name}.txt").read_text(encoding="utf-8")
    except OSError:
        return frozenset()
    return frozenset(line for line in text.split("\n") if line and line[0] != "#")
