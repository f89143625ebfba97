using System.Collections.Frozen;

namespace CtVoice.Core.Conversations.Email;

/// <summary>"Sent from my iPhone" and its relatives: lines that a program adds, in many languages.</summary>
internal static class ClientSignature
{
    private static readonly string[] Leads = Plain.All(
        "sent from", "sent via", "sent with", "sent using", "sent by", "sent on", "sent through", "get outlook", "download outlook", "get the outlook", "composed on", "written on", "typed on", "sent mobile from", "sent securely",
        "enviado desde", "enviado do", "enviado da", "enviado a partir", "enviado via", "enviado vía", "enviado por", "enviado con", "enviado com", "enviado de", "enviado mediante", "enviada do", "enviada desde", "mandado desde", "obtener outlook", "obtenga outlook", "obter o outlook", "obter outlook", "descargar outlook", "baixe o outlook", "consigue outlook", "obtén outlook",
        "envoyé de", "envoyé depuis", "envoyé à partir", "envoyé avec", "envoyé par", "envoyé via", "envoyé du", "envoyé d'", "envoyée depuis", "obtenez outlook", "obtenir outlook", "télécharger outlook", "télécharger", "provenance", "inviato da", "inviato dal", "inviata da", "inviato con", "inviato tramite", "spedito da", "scarica outlook", "ottieni outlook", "scaricare outlook",
        "von meinem", "von meiner", "gesendet von", "gesendet mit", "gesendet aus", "gesendet über", "gesendet via", "diese nachricht wurde von meinem", "diese e-mail wurde von meinem", "outlook für", "holen sie sich outlook", "verzonden vanaf", "verzonden vanuit", "verstuurd vanuit", "verzonden met", "verzonden via", "verstuurd vanaf", "verstuurd van", "verstuurd met", "verzonden door", "outlook voor", "download outlook voor",
        "wysłane z", "wysłano z", "wysłane przez", "wysłano przez", "wysłane za", "pobierz aplikację outlook", "pobierz outlook", "отправлено с", "отправлено из", "отправлено от", "отправлено через", "послано с", "скачать outlook", "получить outlook", "надіслано з", "надіслано від", "надіслано із", "надіслано через", "відправлено з", "завантажити outlook", "skickat från", "skickad från", "skickades från", "skickat med", "hämta outlook", "sendt fra", "sendt via", "sendt med", "hent outlook", "få outlook", "skaff deg outlook", "lähetetty", "hanki outlook", "lataa outlook",
        "voye soti", "voye depi", "voye sot", "mwen voye", "发自我的", "发自", "發自我的", "發自", "寄自", "发送自", "從", "从", "傳送自", "從我的", "从我的", "來自我的", "来自我的", "使用", "获取 outlook", "取得 outlook", "iphoneから送信", "odesláno z", "odesláno ze", "odoslané z", "stáhnout outlook", "trimis de pe", "trimis din", "küldve", "elküldve", "στάλθηκε από", "изпратено от", "poslano z", "poslano s", "gửi từ", "dikirim dari", "나의", "내 iphone", "outlook for", "da gui tu", "đã gửi từ", "gửi từ", "أرسلت من", "تم الإرسال من", "أرسل من", "مرسل من", "נשלח מה", "נשלח מ", "послато са", "изпратено с", "saadetud", "nosūtīts no", "išsiųsta iš");

    private static readonly string[] Tails = Plain.All("gesendet", "에서 보냄", "보냄", "から送信", "gönderildi", "küldve", "傳送", "发送", "kaudu saadetud", "kautta", "送信", "downloaden");

    /// <summary>What such lines speak of.</summary>
    private static readonly FrozenSet<string> Products = Plain.All(
        "iphone", "ipad", "ipod", "android", "imp", "horde", "squirrelmail", "samsung", "galaxy", "blackberry", "windows", "outlook", "yahoo", "gmail", "mail", "mobile", "móvil", "movil", "phone", "teléfono", "telefono", "téléphone", "telefon", "telefoon", "celular", "handy", "smartphone", "tablet", "tableta", "huawei", "xiaomi", "redmi", "motorola", "moto", "lg", "htc", "nokia", "sony", "xperia", "pixel", "oneplus", "oppo", "vivo", "realme", "honor", "verizon", "t-mobile", "tmobile", "metropcs", "sprint", "aol", "proton", "protonmail", "tutanota", "tuta", "spark", "airmail", "hotmail", "icloud", "thunderbird", "mailbird", "superhuman", "zoho", "k-9", "aquamail", "bluemail", "device", "handheld", "wireless", "droid", "correo", "courrier", "posta", "poczty", "poczta", "почты", "почта", "почти", "at&t", "ios", "mac", "macbook", "apple", "watch", "mailspring", "newton", "edison", "myMail", "mymail", "mail.ru", "yandex", "яндекс", "orange", "e-mail", "email", "webmail", "cell", "cellphone", "treo", "palm", "ordinateur", "computer", "cricket", "boost", "tracfone", "hey", "polymail", "missive", "front", "fairphone", "telefonu", "telefonon", "telefonum", "телефона", "телефону", "смартфона", "смартфону", "手机", "手機", "邮箱", "邮件", "郵件", "mobiltelefon", "mobil", "puhelimesta", "iphonesta", "iphonesta,", "samsung-puhelimesta", "androidista", "ipadista", "desktop", "libero", "comcast", "xfinity", "portable", "telefòn", "ru", "selilè", "qq邮箱", "メール", "네이버", "naver", "maildroid", "nine", "shift", "bluemail", "tuta", "canary", "mimestream", "fastmail", "posteo", "gmx", "web.de", "t-online", "mailo", "readdle", "protonmail.com", "小米手机", "华为手机", "手机", "cihazimdan", "tel", "smartfon", "smartphonu", "telefonu", "telefona", "tablety", "tabletu", "urzadzenia", "seznam", "centrum", "laptop", "chromebook", "surface", "xbox", "kindle", "alexa", "poco", "tecno", "infinix", "itel", "alcatel", "zte", "tcl", "cat", "pinephone", "librem", "linux", "ubuntu").Select(word => word).ToFrozenSet(StringComparer.Ordinal);

    private static readonly FrozenSet<string> Fillers = Plain.All(
        "internet", "messaging", "program", "my", "the", "a", "an", "mi", "un", "una", "el", "la", "using", "on", "via", "with", "for", "and", "y", "e", "from", "network", "lte", "4g", "5g", "app", "app,", "para", "de", "del", "desde", "meu", "minha", "do", "da", "mon", "ma", "pour", "por", "per", "mio", "il", "mia", "meinem", "meiner", "einem", "aus", "von", "mit", "der", "dem", "für", "mijn", "een", "voor", "mojego", "moje", "mojej", "dla", "systemu", "urządzenia", "urzadzenia", "моего", "моей", "для", "с", "мого", "мобільного", "мобильного", "мобильной", "мобільної", "приложения", "застосунку", "min", "mitt", "fra", "från", "on", "an", "cellulare", "mobiele", "mobilnego", "gesendet", "smart", "free", "secure", "encrypted", "10", "11", "7", "8", "appareil", "dispositivo", "inalámbrico", "inalambrico", "apparaat", "laite", "enhed", "enhet", "gerät", "устройства", "пристрою", "powered", "by", "cloud", "online", "microsoft", "google", "ein", "eine", "soti", "nan", "mwen", "service", "client", "application", "l'application", "dell'app", "aplicación", "pomocą", "pomoca", "mój", "moj", "mobilt", "ze", "z", "i", "t", "us", "cellular", "c", "one", "pro", "max", "plus", "mini", "note", "ultra", "edge", "play", "s", "outlook.com", "ios.", "über", "vanuit", "than", "через", "приложения", "aplikacji", "poczty", "wirtualnej", "polski", "interia", "onet", "wp", "suite", "mailbox", "duck", "dispositif", "sur", "som", "sms", "telstra", "bell", "rogers", "telus", "vodafone", "o2", "carrier", "metro", "my,", "avec", "courriel", "mein", "meine", "nachricht", "wurde", "zwei", "version", "版", "版邮件", "gerat", "android-gerat", "android-mobiltelefon", "get", "the", "para", "til", "till", "su", "voor", "dla", "på", "pa", "from", "using", "client", "của", "tôi", "των", "μου", "من", "الخاص", "بي", "שלי").ToFrozenSet(StringComparer.Ordinal);

    private static readonly string[] Excuses = Plain.All("please excuse", "excuse", "pardon", "sorry for", "forgive", "apologies", "brevity", "typos", "disculp", "perdon", "errores", "excuse the", "désolé", "veuillez excuser", "entschuldig", "so please", "expect typos", "siri", "autocorrect", "por favor disculpe", "mistakes", "tippfehler", "mis errores", "may contain", "so excuse", "please forgive", "please pardon");

    /// <summary>Before a lead: "This message was sent using ...".</summary>
    private static readonly string[] Openings = Plain.All("this message was ", "this mail was ", "this email was ", "this e-mail was ", "this message ", "este mensaje fue ", "este correo fue ", "ce message a été ", "diese nachricht wurde ", "esta mensagem foi ");

    /// <summary>Whose telephone or which place it was: what only a person says.</summary>
    private static readonly FrozenSet<string> Others = Plain.All("sister", "brother", "mother", "mom", "mother's", "father", "dad", "daughter", "son", "wife", "husband", "friend", "neighbor", "neighbour", "cousin", "aunt", "uncle", "grandma", "landlord", "library", "shelter", "work", "school", "hermana", "hermano", "madre", "mama", "padre", "papa", "hija", "hijo", "esposa", "esposo", "marido", "amiga", "amigo", "vecina", "vecino", "prima", "primo", "biblioteca", "trabajo", "refugio", "soeur", "frère", "mère", "père", "fille", "fils", "mari", "femme", "ami", "amie", "voisin", "voisine", "irmã", "irmão", "mãe", "pai", "filha", "filho", "sè", "frè", "manman", "zanmi", "pitit").ToFrozenSet(StringComparer.Ordinal);

    private static readonly string[] Exact = Plain.All(
        "yahoo mail: search, organize, conquer", "sent from my phone", "enviado desde mi celular", "virus-free.", "virus-free. www.avast.com", "virus-free.www.avast.com", "libre de virus. www.avast.com", "libre de virus.www.avast.com", "virenfrei. www.avast.com", "sans virus. www.avast.com", "garanti sans virus. www.avast.com", "yahoo mail: buscar, organizar, conquistar", "yahoo mail : rechercher, organiser, conquérir", "yahoo mail - email simplified", "mit freundlichen grüßen von meinem iphone", "mobil gesendet", "via iphone", "via ipad", "mobile email", "iphoneから送信", "ipadから送信", "나의 iphone에서 보냄", "내 iphone에서 보냄", "iphone'umdan gönderildi", "ipad'imden gönderildi", "發自我的 iphone", "从我的 iphone 发送", "從我的 iphone 傳送", "lähetetty iphonesta", "lähetetty ipadista", "saadetud minu iphone'ist", "odesláno z iphonu", "odesláno z mého iphonu", "skickat från min iphone", "sendt fra min iphone", "este email foi escaneado pelo avast antivírus");

    /// <summary>Whether the whole line is one that a program added.</summary>
    internal static bool Is(string line)
    {
        var trimmed = line.Trim().Trim('-', '—', '–', '*', '_', '.', '<', '>', '(', ')', '[', ']', '~', '|', '•', ' ', Marks.Signature).Trim();
        if (trimmed.Length is < 6 or > 200)
            return false;
        var plain = WithoutLinks(Plain.Of(trimmed)).Trim().TrimEnd('.', ' ', '!');
        if (Exact.Contains(plain) || Exact.Contains(plain + "."))
            return true;
        if (plain.Contains("avast.com", StringComparison.Ordinal) && plain.Length < 60)
            return true;
        foreach (var opening in Openings)
        {
            if (plain.StartsWith(opening, StringComparison.Ordinal))
                plain = plain[opening.Length..].TrimStart();
        }

        var lead = Leads.Where(phrase => plain.StartsWith(phrase, StringComparison.Ordinal)).MaxBy(phrase => phrase.Length);
        var tail = Tails.FirstOrDefault(phrase => plain.EndsWith(phrase, StringComparison.Ordinal));
        if (lead is null && tail is null)
            return Offers(plain);
        var rest = lead is null ? plain : plain[lead.Length..];
        if (tail is not null && rest.EndsWith(tail, StringComparison.Ordinal))
            rest = rest[..^tail.Length];
        var excuse = Excuses.Select(phrase => rest.IndexOf(phrase, StringComparison.Ordinal)).Where(at => at >= 0).DefaultIfEmpty(-1).Min();
        if (excuse >= 0)
            rest = rest[..excuse];
        var words = rest.Split([' ', ',', '(', ')', '/', '®', '©', '[', ']', '\'', '™', '-', '—', '–', ':', '.', '|', '!'], StringSplitOptions.RemoveEmptyEntries);
        if (words.Length > 16)
            return false;
        var product = lead?.Contains("outlook", StringComparison.Ordinal) == true;
        var unknown = 0;
        foreach (var word in words)
        {
            if (Others.Contains(word))
                return false;
            var known = IsProduct(word);
            product |= known;
            if (!known && word.Length > 2 && !Fillers.Contains(word) && !word.Any(char.IsDigit))
                unknown++;
        }

        return product && unknown <= (words.Length > 6 ? 2 : 1);
    }

    /// <summary>"Get BlueMail for Android": an offer of a program for a device, and nothing else.</summary>
    private static bool Offers(string plain)
    {
        var words = plain.Split([' ', ',', '(', ')', '.'], StringSplitOptions.RemoveEmptyEntries);
        return words.Length is >= 3 and <= 6 && Offering.Contains(words[0]) && Devices.Contains(words[^1]) && words.Skip(1).All(word => IsProduct(word) || Fillers.Contains(word));
    }

    private static readonly FrozenSet<string> Offering = Plain.All("get", "obtener", "obtén", "obtenga", "obter", "obtenha", "obtenez", "obtenir", "ottieni", "scarica", "download", "télécharger", "téléchargez", "holen", "descargar", "baixe", "hent", "hämta", "hanki", "pobierz", "скачать").ToFrozenSet(StringComparer.Ordinal);

    private static readonly FrozenSet<string> Devices = Plain.All("android", "ios", "iphone", "ipad", "mobile", "mac", "macos", "windows", "desktop", "móvil").ToFrozenSet(StringComparer.Ordinal);

    private static bool IsProduct(string word)
    {
        var bare = word.Trim('\'', '"', '“', '”');
        return Products.Contains(bare) || bare.StartsWith("iphone", StringComparison.Ordinal) || bare.StartsWith("ipad", StringComparison.Ordinal) || bare.EndsWith("phone", StringComparison.Ordinal) || bare.Contains("iphone", StringComparison.Ordinal)
            || (bare.Length > 1 && bare[0] > 0x2E80 && Products.Any(product => product[0] > 0x2E80 && bare.Contains(product, StringComparison.Ordinal)));
    }

    /// <summary>"Get Outlook for iOS&lt;https://...&gt;" without its link.</summary>
    private static string WithoutLinks(string line)
    {
        for (var at = LinkAt(line); at >= 0; at = LinkAt(line))
        {
            var end = at;
            while (end < line.Length && !char.IsWhiteSpace(line[end]) && line[end] is not ('>' or ')' or ']'))
                end++;
            if (end < line.Length && line[end] is '>' or ')' or ']')
                end++;
            var from = at > 0 && line[at - 1] is '<' or '(' or '[' ? at - 1 : at;
            line = line[..from] + " " + line[end..];
        }

        return line;
    }

    private static int LinkAt(string line)
    {
        var http = line.IndexOf("http", StringComparison.Ordinal);
        var mailto = line.IndexOf("mailto:", StringComparison.Ordinal);
        return http >= 0 ? http : mailto;
    }
}
