using CtVoice.Language.Matching;

namespace CtVoice.Language.Email;

/// <summary>
/// The words of automatic replies in the languages beside English and Spanish. A sure sentence is enough; being away needs
/// a word on the return or on whom to ask, a thank-you needs a word on when they will answer; and what only a person who
/// answers says rules all of it out.
/// </summary>
internal sealed record AutoReplyWords(PhraseSet Sure, PhraseSet Away, PhraseSet Then, PhraseSet Received, PhraseSet Soon, PhraseSet Answering)
{
    private static readonly AutoReplyWords[] All =
    [
        // French
        Of(
            ["réponse automatique", "réponse automatisée", "message automatique", "message est automatique", "généré automatiquement", "envoyé automatiquement", "merci de ne pas répondre à ce", "prière de ne pas répondre", "ne pas répondre à ce message"],
            ["absent", "en congé", "en vacances", "hors du bureau", "pas au bureau", "bureau est fermé", "bureau sera fermé", "bureaux sont fermés", "bureaux seront fermés", "en déplacement", "en arrêt", "en formation", "ne travaille plus", "ne fais plus partie", "ne fait plus partie", "plus en poste", "a quitté"],
            ["jusqu'au", "jusqu'a", "de retour", "mon retour", "notre retour", "en cas d'urgence", "pour toute urgence", "en cas d'absolue", "merci d'écrire", "écrire à", "contacter", "contactez", "acces limite", "répondrai", "répondrons", "adresser à", "s'adresser", "a partir du", "du lundi"],
            ["bien reçu", "avons reçu votre", "merci de votre", "merci pour votre", "nous vous remercions", "accusons réception", "a été reçu", "été enregistré"],
            ["meilleurs délais", "dès que possible", "répondrons", "sera traité", "traitée", "jours ouvr", "sous 24", "sous 48", "prochainement", "brefs délais", "reviendrons vers", "recontacter", "plus brefs", "dossier n"],
            ["d'accord", "je pense", "je vote", "ma réponse", "mon avis", "il faut", "il faudrait", "trop de", "je suis pour", "je suis contre", "je veux", "je voudrais", "je ne veux", "je préfère", "désolé", "je choisis", "j'étais", "mes enfants", "je trouve", "bonne idée"]),

        // Portuguese
        Of(
            ["resposta automática", "mensagem automática", "gerada automaticamente", "gerado automaticamente", "não responda a est", "por favor, não responda", "email automático", "e-mail automático"],
            ["fora do escritório", "de férias", "em férias", "ausente", "de licença", "em licença", "em viagem", "fora da cidade", "fora do país", "escritório está fechado", "escritório estará fechado", "escritórios estarão", "já não trabalho", "não trabalho mais", "de folga"],
            ["até", "regress", "retorn", "volto", "voltarei", "em caso de urgência", "urgente", "contact", "contat", "entre em contato", "acesso limitado", "responderei", "responderemos", "a partir de"],
            ["recebemos", "obrigad", "agradecemos", "foi recebid", "foi registad", "foi registrad"],
            ["responderemos", "em breve", "assim que possível", "o mais breve", "dias úteis", "entraremos em contato", "entraremos em contacto", "com a maior brevidade", "protocolo", "nossa equipe"],
            ["concordo", "não concordo", "acho que", "penso que", "minha resposta", "meu voto", "gostava que", "gostaria que", "deviam", "deveriam", "demasiad", "quero", "não quero", "mas respondo", "voto", "prefiro", "desculp", "estive", "boa ideia", "meus filhos", "aceito"]),

        // Italian
        Of(
            ["risposta automatica", "messaggio automatico", "generato automaticamente", "generata automaticamente", "non rispondere a questo", "prega di non rispondere", "risponditore automatico"],
            ["fuori ufficio", "fuori sede", "in ferie", "in vacanza", "assente", "in congedo", "in maternità", "in trasferta", "ufficio è chiuso", "ufficio sarà chiuso", "uffici saranno chiusi", "uffici sono chiusi", "non lavoro più"],
            ["fino al", "fino a", "rientr", "ritorno", "tornerò", "per urgenze", "in caso di urgenza", "contattare", "contatti", "rivolgersi", "accesso limitato", "risponderò", "risponderemo", "a partire dal"],
            ["abbiamo ricevuto", "grazie per", "la ringraziamo", "è stato ricevuto", "è stata ricevuta", "presa in carico"],
            ["al più presto", "il prima possibile", "risponderemo", "quanto prima", "ricontatt", "giorni lavorativi", "entro 48", "a breve", "numero di ticket", "presa in carico"],
            ["sono d'accordo", "non sono d'accordo", "penso che", "credo che", "la mia risposta", "il mio voto", "per me", "secondo me", "bisogna", "troppo", "troppi", "voglio", "non voglio", "vorrei che", "voto", "preferisco", "scus", "sono stata in", "sono stato in", "ero", "buona idea", "i miei figli"]),

        // German
        Of(
            ["automatische antwort", "automatisch generiert", "automatisch erstellt", "automatisch erzeugt", "automatische nachricht", "automatische eingangsbestätigung", "automatische bestätigung", "abwesenheitsnotiz", "antworten sie nicht auf diese", "bitte nicht auf diese"],
            ["nicht im büro", "nicht im haus", "außer haus", "ausser haus", "wird nicht gelesen", "im urlaub", "in urlaub", "abwesend", "nicht am arbeitsplatz", "nicht erreichbar", "in elternzeit", "in mutterschutz", "auf dienstreise", "auf geschäftsreise", "krankgeschrieben", "büro ist geschlossen", "büro bleibt", "büro geschlossen", "nicht mehr bei", "nicht mehr für"],
            ["bis zum", "bis ein", "nicht weitergeleitet", "bis mo", "bis di", "bis einschl", "bin ab", "ab dem", "wieder erreichbar", "wieder da", "wieder im", "rückkehr", "zurück", "in dringenden", "dringend", "wenden sie sich", "kontaktieren", "weitergeleitet", "eingeschränkt", "melde mich", "beantwort"],
            ["haben ihre", "vielen dank für ihre", "danke für ihre", "eingegangen", "haben wir erhalten", "wir haben deine"],
            ["schnellstmöglich", "so schnell wie möglich", "baldmöglichst", "in kürze", "umgehend", "werktag", "melden uns", "bearbeiten", "ticketnummer", "vorgangsnummer", "so bald wie möglich", "zeitnah"],
            ["einverstanden", "ich denke", "ich finde", "ich stimme", "meine antwort", "meine meinung", "sollte", "zu viel", "dagegen", "dafür", "lieber nicht", "ich will", "ich möchte nicht", "bin dafür", "bin dagegen", "entschuldig", "ich war", "gute idee", "meine kinder", "bevorzuge"]),

        // Dutch
        Of(
            ["automatisch antwoord", "automatisch gegenereerd", "automatische reactie", "automatisch bericht", "automatische ontvangstbevestiging", "niet op deze e-mail te antwoorden", "gelieve niet te antwoorden", "automatisch verzonden", "afwezigheidsbericht"],
            ["niet op kantoor", "met vakantie", "op vakantie", "afwezig", "niet aanwezig", "met verlof", "niet bereikbaar", "kantoor is gesloten", "zijn gesloten", "er even niet", "ben er niet", "niet meer werkzaam", "werk niet meer", "op zakenreis"],
            ["tot en met", "tot ", "vanaf", "weer aanwezig", "weer bereikbaar", "terug", "dringende", "spoed", "contact opnemen", "neem contact", "beperkt toegang", "beantwoord", "reageer", "spoed", "na 1", "na maandag"],
            ["hebben uw", "bedankt voor uw", "dank voor uw", "is ontvangen", "hebben je bericht", "bedankt voor je"],
            ["zo spoedig mogelijk", "zo snel mogelijk", "nemen contact", "werkdag", "binnen 24", "binnen 48", "in behandeling", "komen we erop terug", "beantwoorden"],
            ["eens met", "mee eens", "niet eens", "ik vind", "ik denk", "mijn antwoord", "mijn mening", "volgens mij", "te veel", "zou moeten", "zouden moeten", "ik wil niet", "wil toch", "liever niet", "sorry", "ik was", "goed idee", "mijn kinderen", "voorkeur"]),

        // Polish
        Of(
            ["automatyczna odpowiedź", "odpowiedź automatyczna", "wiadomość automatyczna", "wygenerowana automatycznie", "wygenerowany automatycznie", "wysłana automatycznie", "prosimy nie odpowiadać", "proszę nie odpowiadać", "automatyczne potwierdzenie"],
            ["na urlopie", "poza biurem", "nieobecn", "na zwolnieniu", "w delegacji", "biuro jest nieczynne", "biuro nieczynne", "biuro będzie nieczynne", "już nie pracuję", "nie pracuję już", "na szkoleniu"],
            ["do dnia", "do ", "wracam", "wrócę", "powrocie", "powrotu", "w pilnych", "pilne", "kontakt", "odpowiem", "odpowiemy", "ograniczony dostęp", "od dnia"],
            ["otrzymaliśmy", "dziękuję za", "dziękujemy za", "została przyjęta", "zostało przyjęte", "zostało zarejestrowane"],
            ["najszybciej", "jak najszybciej", "odpowiemy", "wkrótce", "niezwłocznie", "dni robocz", "w ciągu", "skontaktujemy", "numer zgłoszenia"],
            ["zgadzam się", "nie zgadzam", "myślę", "uważam", "moja odpowiedź", "mój głos", "powinn", "za dużo", "moim zdaniem", "nie chcę", "chcę żeby", "ludzie się boją", "głosuję", "wolę", "przepraszam", "byłam", "byłem", "moje dzieci", "mówię nie", "dobry pomysł"]),

        // Russian
        Of(
            ["автоматический ответ", "автоматическое сообщение", "автоматическое уведомление", "автоответ", "сформировано автоматически", "создано автоматически", "отправлено автоматически", "не отвечайте на это", "не отвечать на это"],
            ["в отпуске", "нет в офисе", "не в офисе", "нет на месте", "отсутствую", "буду отсутствовать", "в командировке", "на больничном", "в декрет", "офис закрыт", "не работает", "больше не работаю", "вне офиса"],
            ["до ", "вернусь", "возвращени", "по возвращении", "срочн", "обращайтесь", "свяжитесь", "связаться", "отвечу", "ответим", "ограниченный доступ", "с понедельника", "выйду"],
            ["получен", "получили", "спасибо за", "благодарим", "принято", "зарегистрирован"],
            ["в ближайшее время", "ответим", "свяжемся", "рабочих дн", "как можно скорее", "будет рассмотрен", "в течение", "номер обращения", "обработан"],
            ["согласна", "согласен", "не согласн", "думаю", "считаю", "мой ответ", "мой голос", "мне кажется", "по-моему", "слишком", "должны", "не хочу", "хочу", "голосую", "предпочитаю", "извините", "была", "был в", "мои дети", "хорошая идея"]),

        // Ukrainian
        Of(
            ["автоматична відповідь", "автоматичне повідомлення", "автовідповідь", "сформовано автоматично", "створено автоматично", "надіслано автоматично", "не відповідайте на це", "не відповідайте на цей"],
            ["у відпустці", "в відпустці", "немає в офісі", "поза офісом", "не в офісі", "відсутн", "у відрядженні", "на лікарняному", "офіс зачинено", "більше не працюю", "вже не працюю"],
            ["до ", "повернуся", "повернення", "термінов", "звертайтеся", "зв'яж", "відповім", "відповімо", "обмежений доступ"],
            ["отриман", "отримали", "дякую за", "дякуємо", "прийнято", "зареєстрован"],
            ["найближчим часом", "відповімо", "зв'яжемося", "робочих дн", "якнайшвидше", "протягом", "номер звернення"],
            ["згодна", "згоден", "не згодн", "думаю", "вважаю", "моя відповідь", "мій голос", "мені здається", "на мою думку", "повинні", "не подобається", "не хочу", "хочу", "голосую", "вибачте", "була", "був", "мої діти"]),

        // Swedish, Norwegian, Danish
        Of(
            ["automatiskt svar", "automatiskt meddelande", "automatiskt genererat", "automatisk svar", "automatisk besvarelse", "automatisk genereret", "automatisk generert", "automatisk melding", "automatisk besked", "autosvar", "svara inte på detta", "ikke svar på denne", "svar ikke på denne", "autosvar"],
            ["på semester", "på ferie", "ferie", "semester", "inte på kontoret", "ikke på kontoret", "ikke til stede", "tjänstledig", "ledig till", "jag är ledig", "läser inte min", "föräldraledig", "barselsorlov", "på barsel", "permisjon", "frånvarande", "fraværende", "på tjänsteresa", "på reise", "kontoret är stängt", "kontoret er lukket", "kontoret er stengt", "slutat på", "jobber ikke lenger", "arbejder ikke længere", "arbetar inte längre"],
            ["till och med", "t.o.m", "til og med", "tillbaka", "tilbake", "tilbage", "brådskande", "haster", "hastesager", "hastesaker", "hvis det haster", "kontakt", "begränsad", "begrenset", "begrænset", "svarar när", "svarer når", "til den", "fram til", "indtil", "återkommer"],
            ["har tagit emot", "har mottagit", "har mottatt", "har modtaget", "tack för ditt", "takk for din", "tak for din", "tak for din henvendelse", "er mottatt", "är mottaget", "er modtaget"],
            ["så snart som möjligt", "så snart som mulig", "så snart vi kan", "hurtigst muligt", "snarest", "inom", "innen", "inden for", "återkommer", "vender tilbage", "arbetsdag", "virkedag", "hverdage", "arbejdsdag", "ärendenummer", "saksnummer", "sagsnummer"],
            ["håller med", "jag tycker", "jag tror", "mitt svar", "borde", "burde", "för mycket", "for mye", "for mange", "svarar ändå", "svarer likevel", "svarer alligevel", "jag vill inte", "jeg vil ikke", "jeg synes", "jeg mener", "jeg tror", "mit svar", "jeg er enig", "jag röstar", "jeg stemmer", "jag var", "jeg var", "förlåt", "beklager", "undskyld", "mina barn", "mine barn", "mine børn"]),

        // Finnish
        Of(
            ["automaattinen vastaus", "automaattinen viesti", "automaattivastaus", "lähetetty automaattisesti", "älä vastaa tähän", "poissaoloviesti"],
            ["lomalla", "vuosilomalla", "talvilomalla", "kesälomalla", "hoitovapaalla", "poissa", "en ole toimistolla", "vapaalla", "työmatkalla", "sairauslomalla", "äitiyslomalla", "toimisto on suljettu", "toimistomme on suljettu", "en enää työskentele", "en työskentele enää"],
            ["asti", "saakka", "palaan", "palattuani", "palatessani", "kiireellis", "kiireis", "ota yhteyttä", "ottakaa yhteyttä", "soita", "vastaan", "rajoitetusti", "alkaen"],
            ["vastaanottaneet", "vastaanotettu", "kiitos viest", "kiitos yhteyd", "olemme saaneet"],
            ["mahdollisimman pian", "vastaamme", "palaamme asiaan", "arkipäiv", "pian", "otamme yhteyttä"],
            ["samaa mieltä", "eri mieltä", "mielestäni", "vastaukseni", "pitäisi", "liikaa", "äänestän", "mutta vastaan", "haluan", "en halua", "anteeksi", "olin", "lapseni", "hyvä ajatus"]),

        // Haitian Creole
        Of(
            ["repons otomatik", "mesaj otomatik", "voye otomatikman", "pa reponn mesaj sa"],
            ["pa nan biwo", "deyò biwo", "an vakans", "nan vakans", "an konje", "nan konje", "biwo a fèmen", "biwo nou fèmen", "pa travay ankò"],
            ["jiska", "jis ", "retounen", "tounen", "ijans", "kontakte", "rele"],
            ["nou resevwa", "mèsi pou mesaj", "mèsi paske ou kontakte"],
            ["pi vit posib", "n ap reponn", "nou pral reponn", "talè", "byento"],
            ["mwen dakò", "mwen pa dakò", "mwen panse", "repons mwen", "repons lan", "mwen ta", "ta dwe", "mwen vle", "mwen kwè", "mwen vote", "pitit mwen", "padon", "mwen te"]),

        // Chinese, Japanese, Korean
        Of(
            ["自动回复", "自動回覆", "自動回復", "自动答复", "自動返信", "自動応答", "系统自动", "系統自動", "자동 회신", "자동 응답", "자동으로 발송", "请勿直接回复", "請勿直接回覆"],
            ["正在休假", "休假中", "外出", "出差", "不在办公室", "不在辦公室", "請假", "请假", "不在にして", "休暇", "出張", "부재중", "휴가", "출장", "자리를 비"],
            ["返回", "回来", "回來", "回到", "急事", "紧急", "緊急", "联系", "聯繫", "聯絡", "回复您", "回覆您", "回复你", "戻り", "お急ぎ", "返信", "복귀", "연락", "급한"],
            ["已收到", "已经收到", "已經收到", "收到您的", "收到你的", "受け付け", "受付", "いただきありがとう", "접수", "감사합니다"],
            ["尽快", "盡快", "儘快", "第一时间", "稍后", "工作日", "追って", "折り返し", "営業日", "빠른 시일", "답변"],
            ["同意", "应该", "應該", "我希望", "べき", "と思", "좋겠", "我的回答", "我的答案", "我的意见", "お返事します", "私は", "제 대답", "我选", "我選", "我觉得", "我覺得", "我认为", "我認為", "抱歉", "赞成", "反对", "賛成", "反対", "思います", "찬성", "반대", "생각"]),

        // Czech, Slovak, Hungarian, Romanian, Turkish, Greek: only what is said in so many words.
        Of(
            ["automatická odpověď", "automatická odpoveď", "automatikus válasz", "automatikus üzenet", "răspuns automat", "mesaj automat", "otomatik yanıt", "otomatik cevap", "otomatik olarak", "αυτόματη απάντηση", "αυτόματο μήνυμα", "tra loi tu dong", "trả lời tự động", "رد تلقائي", "מענה אוטומטי", "תשובה אוטומטית"],
            ["mimo kancelář", "na dovolené", "na dovolenke", "szabadságon", "nem vagyok az irodában", "în concediu", "nu sunt la birou", "ofis dışında", "izindeyim", "yıllık izin", "εκτός γραφείου", "σε άδεια", "خارج المكتب", "في إجازة", "מחוץ למשרד", "בחופשה", "vắng mặt", "nghỉ phép"],
            ["do ", "vrátím", "vrátim", "naléhav", "-ig", "sürgős", "până", "revin", "urgen", "kadar", "acil", "dönüş", "έως", "μέχρι", "επείγον", "επιστρ", "حتى", "עד", "đến", "liên hệ"],
            [], [],
            ["souhlasím", "egyetértek", "sunt de acord", "katılıyorum", "συμφωνώ", "أوافق", "מסכים", "đồng ý"]),
    ];

    /// <summary>Why words are a machine's; null when a person may have written them.</summary>
    internal static string? Because(string words)
    {
        if (!AnyNotice.Value.BeginsWordIn(words))
            return null;
        foreach (var language in All)
        {
            if (language.Answering.BeginsWordIn(words))
                continue;
            if (language.Sure.BeginsWordIn(words))
                return "it says that it is an automatic reply";
            var away = language.Away.BeginsWordIn(words) && language.Then.BeginsWordIn(words);
            var received = language.Received.BeginsWordIn(words) && language.Soon.BeginsWordIn(words);
            if ((away || received) && !language.LeavesASentence(words))
                return away ? "an absence notice by its wording" : "an acknowledgement by its wording";
        }

        return null;
    }

    /// <summary>The phrases without one of which nothing is a notice.</summary>
    private static readonly Lazy<PhraseSet> AnyNotice =
        new(() => new([.. All.SelectMany(language => language.Sure.Phrases.Concat(language.Away.Phrases).Concat(language.Received.Phrases)).Distinct(StringComparer.Ordinal)]));

    /// <summary>Whether words hold so little as one phrase of them.</summary>
    internal static bool Hints(string words) =>
        AnyNotice.Value.BeginsWordIn(words);

    /// <summary>A last sentence, begun after the absence was told, that holds none of the words of a notice: a person goes on to the matter.</summary>
    private bool LeavesASentence(string words)
    {
        var sentences = words.Split(['.', '!', '?', '。', '！'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        return words.AsSpan().TrimEnd() is [.., '.' or '!' or '?' or '。' or '！'] && sentences.Length > 1 && sentences[^1].Split(' ').Length > 1
            && !new[] { Sure, Away, Then, Received, Soon }.Any(phrases => phrases.BeginsWordIn(sentences[^1]));
    }

    private static AutoReplyWords Of(string[] sure, string[] away, string[] then, string[] received, string[] soon, string[] answering) =>
        new(new(Plain.All(sure)), new(Plain.All(away)), new(Plain.All(then)), new(Plain.All(received)), new(Plain.All(soon)), new(Plain.All(answering)));
}
