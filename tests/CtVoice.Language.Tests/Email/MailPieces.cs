namespace CtVoice.Language.Tests.Email;

/// <summary>What mail programs write around people's words, as their users' languages have it. <c>\n</c> is a wrap.</summary>
internal static class MailPieces
{
    /// <summary>Lines above a quote. Each is tried above marked and unmarked quotes, between and below words.</summary>
    internal static readonly string[] Introductions =
    [
        // Gmail
        "On Mon, Mar 4, 2024 at 10:11 AM Dana Reed <dana.reed@example.org> wrote:",
        "On Mon, Mar 4, 2024 at 10:11 AM Dana Reed\n<dana.reed@example.org> wrote:",
        "On Mon, Mar 4, 2024 at 10:11 AM CT Resident Advisory Board, Office of Policy and\nManagement <r-7f3k@board.example.org> wrote:",
        "On Mon, Mar 4, 2024, 10:11 AM Dana Reed <dana.reed@example.org>\nwrote:",
        "El lun, 4 mar 2024 a las 10:11, Dana Reed (<dana.reed@example.org>) escribió:",
        "El lun., 4 de marzo de 2024 10:11 a. m., Dana Reed <\ndana.reed@example.org> escribió:",
        "Em seg., 4 de mar. de 2024 às 10:11, Dana Reed <dana.reed@example.org>\nescreveu:",
        "Le lun. 4 mars 2024 à 10:11, Dana Reed <dana.reed@example.org> a écrit :",
        "Il giorno lun 4 mar 2024 alle ore 10:11 Dana Reed <dana.reed@example.org> ha\nscritto:",
        "Am Mo., 4. März 2024 um 10:11 Uhr schrieb Dana Reed <\ndana.reed@example.org>:",
        "Op ma 4 mrt 2024 om 10:11 schreef Dana Reed <dana.reed@example.org>:",
        "pon., 4 mar 2024 o 10:11 Dana Reed <dana.reed@example.org> napisał(a):",
        "пн, 4 мар. 2024 г. в 10:11, Dana Reed <dana.reed@example.org>:",
        "пн, 4 бер. 2024 р. о 10:11 Dana Reed <dana.reed@example.org> пише:",
        "Den mån 4 mars 2024 kl 10:11 skrev Dana Reed <dana.reed@example.org>:",
        "man. 4. mar. 2024 kl. 10:11 skrev Dana Reed <dana.reed@example.org>:",
        "ma 4. maalisk. 2024 klo 10.11 Dana Reed (dana.reed@example.org) kirjoitti:",
        "Dana Reed <dana.reed@example.org> 于2024年3月4日周一 10:11写道：",
        "2024年3月4日(月) 10:11 Dana Reed <dana.reed@example.org>:",
        "2024년 3월 4일 (월) 오전 10:11, Dana Reed <dana.reed@example.org>님이 작성:",
        "po 4. 3. 2024 v 10:11 odesílatel Dana Reed <dana.reed@example.org> napsal:",
        "Dana Reed <dana.reed@example.org>, 4 Mar 2024 Pzt, 10:11 tarihinde şunu yazdı:",
        "2024-03-04 10:11 GMT-05:00 Dana Reed <dana.reed@example.org>:",

        // Apple Mail
        "On Mar 4, 2024, at 10:11 AM, Dana Reed <dana.reed@example.org> wrote:",
        "On 4 Mar 2024, at 10:11, Dana Reed wrote:",
        "El 4 mar 2024, a la(s) 10:11 a. m., Dana Reed <dana.reed@example.org> escribió:",
        "El 4 mar 2024, a las 10:11, Dana Reed <dana.reed@example.org> escribió:",
        "Em 4 de mar. de 2024, à(s) 10:11, Dana Reed <dana.reed@example.org> escreveu:",
        "Le 4 mars 2024 à 10:11, Dana Reed <dana.reed@example.org> a écrit :",
        "Il giorno 4 mar 2024, alle ore 10:11, Dana Reed <dana.reed@example.org> ha scritto:",
        "Am 04.03.2024 um 10:11 schrieb Dana Reed <dana.reed@example.org>:",
        "Op 4 mrt 2024, om 10:11 heeft Dana Reed <dana.reed@example.org> het volgende geschreven:",
        "Wiadomość napisana przez Dana Reed <dana.reed@example.org> w dniu 4 mar 2024, o godz. 10:11:",
        "4 марта 2024 г., в 10:11, Dana Reed <dana.reed@example.org> написал(а):",
        "4 бер. 2024 р. о 10:11 Dana Reed <dana.reed@example.org> написав(-ла):",
        "4 mars 2024 kl. 10:11 skrev Dana Reed <dana.reed@example.org>:",
        "Den 4. mar. 2024 kl. 10.11 skrev Dana Reed <dana.reed@example.org>:",
        "在 2024年3月4日，10:11，Dana Reed <dana.reed@example.org> 写道：",
        "2024/03/04 10:11、Dana Reed <dana.reed@example.org>のメール:",

        // Thunderbird
        "On 3/4/24 10:11 AM, Dana Reed wrote:",
        "On 04/03/2024 10:11, Dana Reed via Board wrote:",
        "El 04/03/2024 a las 10:11, Dana Reed escribió:",
        "Em 04/03/2024 10:11, Dana Reed escreveu:",
        "Le 04/03/2024 à 10:11, Dana Reed a écrit :",
        "Il 04/03/2024 10:11, Dana Reed ha scritto:",
        "Am 04.03.24 um 10:11 schrieb Dana Reed:",
        "Op 04-03-2024 om 10:11 schreef Dana Reed:",
        "W dniu 04.03.2024 o 10:11, Dana Reed pisze:",
        "04.03.2024 10:11, Dana Reed пишет:",
        "04.03.24 10:11, Dana Reed пише:",
        "Den 2024-03-04 kl. 10:11, skrev Dana Reed:",
        "Den 04.03.2024 10:11, skrev Dana Reed:",
        "Dana Reed kirjoitti 4.3.2024 klo 10.11:",

        // Yahoo, Proton, AOL, Lotus, Zoho, webmail
        "On Monday, March 4, 2024 at 10:11:22 AM EST, Dana Reed <dana.reed@example.org> wrote:",
        "On Monday, March 4, 2024 at 10:11:22 AM EST, Dana Reed <dana.reed@example.org>\nwrote:",
        "En lunes, 4 de marzo de 2024, 10:11:22 EST, Dana Reed <dana.reed@example.org> escribió:",
        "On Monday, March 4th, 2024 at 10:11 AM, Dana Reed <dana.reed@example.org> wrote:",
        "Dana Reed <dana.reed@example.org> wrote on 03/04/2024 10:11:22 AM:",
        "---- On Mon, 04 Mar 2024 10:11:22 -0500 Dana Reed <dana.reed@example.org> wrote ----",
        "Quoting Dana Reed <dana.reed@example.org>:",
        "Zitat von Dana Reed <dana.reed@example.org>:",
        "Citando Dana Reed <dana.reed@example.org>:",
        "On 2024-03-04 10:11, Dana Reed wrote:",
        "Nan dat lendi 4 mas 2024 a 10:11, Dana Reed <dana.reed@example.org> te ekri:",
        "Le lendi 4 mas 2024 a 10:11, Dana Reed <dana.reed@example.org> ekri:",
        "*On Mon, Mar 4, 2024 at 10:11 AM Dana Reed <dana.reed@example.org> wrote:*",
    ];

    /// <summary>Header fields above an earlier mail, as Outlook and others write them.</summary>
    internal static readonly string[] HeaderBlocks =
    [
        "From: Dana Reed <dana.reed@example.org>\nSent: Monday, March 4, 2024 10:11 AM\nTo: Maria Lopez <maria@example.net>\nSubject: A "
            + "question from the board",
        "From: Dana Reed\nSent: Monday, March 4, 2024 10:11 AM\nTo: Maria Lopez; Jose Diaz;\nAnn Smith\nCc: Office\nSubject: A question "
            + "from the board",
        "________________________________\nFrom: Dana Reed <dana.reed@example.org>\nSent: Monday, March 4, 2024 10:11 AM\nTo: Maria "
            + "Lopez <maria@example.net>\nSubject: A question",
        "-----Original Message-----\nFrom: Dana Reed [mailto:dana.reed@example.org]\nSent: Monday, March 4, 2024 10:11 AM\nTo: Maria "
            + "Lopez\nSubject: RE: A question",
        "*From:* Dana Reed <dana.reed@example.org>\n*Sent:* Monday, March 4, 2024 10:11 AM\n*To:* Maria Lopez "
            + "<maria@example.net>\n*Subject:* A question",
        "From: Dana Reed <dana.reed@example.org>\n\nSent: Monday, March 4, 2024 10:11 AM\n\nTo: Maria Lopez "
            + "<maria@example.net>\n\nSubject: A question",
        "De: Dana Reed <dana.reed@example.org>\nEnviado: lunes, 4 de marzo de 2024 10:11\nPara: Maria Lopez <maria@example.net>\nAsunto: "
            + "Una pregunta",
        "De: Dana Reed <dana.reed@example.org>\nEnviado el: lunes, 4 de marzo de 2024 10:11 a. m.\nPara: Maria Lopez\nCC: "
            + "Oficina\nAsunto: Una pregunta",
        "-----Mensaje original-----\nDe: Dana Reed [mailto:dana.reed@example.org]\nEnviado el: lunes, 4 de marzo de 2024 10:11\nPara: "
            + "Maria Lopez\nAsunto: Una pregunta",
        "De: Dana Reed <dana.reed@example.org>\nEnviada em: segunda-feira, 4 de março de 2024 10:11\nPara: Maria Lopez\nAssunto: Uma "
            + "pergunta",
        "De : Dana Reed <dana.reed@example.org>\nEnvoyé : lundi 4 mars 2024 10:11\nÀ : Maria Lopez\nObjet : Une question",
        "Da: Dana Reed <dana.reed@example.org>\nInviato: lunedì 4 marzo 2024 10:11\nA: Maria Lopez\nOggetto: Una domanda",
        "Von: Dana Reed <dana.reed@example.org>\nGesendet: Montag, 4. März 2024 10:11\nAn: Maria Lopez\nBetreff: Eine Frage",
        "-----Ursprüngliche Nachricht-----\nVon: Dana Reed <dana.reed@example.org>\nGesendet: Montag, 4. März 2024 10:11\nAn: Maria "
            + "Lopez\nBetreff: Eine Frage",
        "Van: Dana Reed <dana.reed@example.org>\nVerzonden: maandag 4 maart 2024 10:11\nAan: Maria Lopez\nOnderwerp: Een vraag",
        "Od: Dana Reed <dana.reed@example.org>\nWysłano: poniedziałek, 4 marca 2024 10:11\nDo: Maria Lopez\nTemat: Pytanie",
        "От: Dana Reed <dana.reed@example.org>\nОтправлено: 4 марта 2024 г. 10:11\nКому: Maria Lopez\nТема: Вопрос",
        "Від: Dana Reed <dana.reed@example.org>\nНадіслано: понеділок, 4 березня 2024 р. 10:11\nКому: Maria Lopez\nТема: Питання",
        "Från: Dana Reed <dana.reed@example.org>\nSkickat: den 4 mars 2024 10:11\nTill: Maria Lopez\nÄmne: En fråga",
        "Fra: Dana Reed <dana.reed@example.org>\nSendt: mandag 4. mars 2024 10:11\nTil: Maria Lopez\nEmne: Et spørsmål",
        "Lähettäjä: Dana Reed <dana.reed@example.org>\nLähetetty: maanantai 4. maaliskuuta 2024 10.11\nVastaanottaja: Maria "
            + "Lopez\nAihe: Kysymys",
        "发件人: Dana Reed <dana.reed@example.org>\n发送时间: 2024年3月4日 10:11\n收件人: Maria Lopez\n主题: 一个问题",
        "------------------ 原始邮件 ------------------\n发件人: \"Dana Reed\" <dana.reed@example.org>;\n发送时间: 2024年3月4日(星期一) 上午10:11\n收件人: "
            + "\"Maria\"<maria@example.net>;\n主题: 一个问题",
        "寄件者: Dana Reed <dana.reed@example.org>\n寄件日期: 2024年3月4日 上午 10:11\n收件者: Maria Lopez\n主旨: 一個問題",
        "差出人: Dana Reed <dana.reed@example.org>\n送信日時: 2024年3月4日 10:11\n宛先: Maria Lopez\n件名: 質問",
        "보낸 사람: Dana Reed <dana.reed@example.org>\n보낸 날짜: 2024년 3월 4일 월요일 오전 10:11\n받는 사람: Maria Lopez\n제목: 질문",
        "Odesílatel: Dana Reed <dana.reed@example.org>\nDatum: po 4. 3. 2024 10:11\nPříjemce: Maria Lopez\nPředmět: Otázka",
        "Kimden: Dana Reed <dana.reed@example.org>\nGönderildi: 4 Mart 2024 Pazartesi 10:11\nKime: Maria Lopez\nKonu: Bir soru",
        "Soti nan: Dana Reed <dana.reed@example.org>\nVoye: lendi 4 mas 2024 10:11\nPou: Maria Lopez\nSijè: Yon kesyon",
        "---------- Forwarded message ---------\nFrom: Dana Reed <dana.reed@example.org>\nDate: Mon, Mar 4, 2024 at 10:11 AM\nSubject: A "
            + "question\nTo: Maria Lopez <maria@example.net>",
        "---------- Mensaje reenviado ---------\nDe: Dana Reed <dana.reed@example.org>\nDate: lun, 4 mar 2024 a las 10:11\nSubject: Una "
            + "pregunta\nTo: Maria Lopez <maria@example.net>",
        "Begin forwarded message:\n\nFrom: Dana Reed <dana.reed@example.org>\nSubject: A question\nDate: March 4, 2024 at 10:11:22 AM "
            + "EST\nTo: Maria Lopez <maria@example.net>",
        "Inicio del mensaje reenviado:\n\nDe: Dana Reed <dana.reed@example.org>\nAsunto: Una pregunta\nFecha: 4 de marzo de 2024, "
            + "10:11:22 EST\nPara: Maria Lopez",
        "-------- Original Message --------\nSubject: A question\nDate: 2024-03-04 10:11\nFrom: Dana Reed <dana.reed@example.org>\nTo: "
            + "Maria Lopez <maria@example.net>",
        "-------- Mensaje original --------\nDe: Dana Reed <dana.reed@example.org>\nFecha: 4/3/24 10:11 (GMT-05:00)\nPara: Maria "
            + "Lopez\nAsunto: Una pregunta",
        "-------- Original message --------\nFrom: Dana Reed <dana.reed@example.org>\nDate: 3/4/24 10:11 AM (GMT-05:00)\nTo: Maria Lopez "
            + "<maria@example.net>\nSubject: A question",
        "----- Reply message -----\nFrom: \"Dana Reed\" <dana.reed@example.org>\nTo: \"Maria Lopez\" <maria@example.net>\nSubject: A "
            + "question\nDate: Mon, Mar 4, 2024 10:11 AM",
        "##- Please type your reply above this line -##",
        "--- Responda por encima de esta línea ---",
        "-------- Original Message --------\nOn Mar 4, 2024, 10:11 AM, Dana Reed < dana.reed@example.org> wrote:",
    ];

    /// <summary>Lines that phones and programs add below a person's words.</summary>
    internal static readonly string[] ProgramLines =
    [
        "Sent from my iPhone", "Sent from my iPad", "Sent from my Android", "Sent from my Samsung Galaxy smartphone.",
        "Sent from my Galaxy", "Sent from my T-Mobile 4G LTE Device", "Sent from my Verizon, Samsung Galaxy smartphone",
        "Sent from my Verizon 4G LTE smartphone", "Sent from my BlackBerry 10 smartphone.", "Sent from my Windows Phone",
        "Sent from my mobile device", "Sent from my phone", "Sent from my phone, please excuse typos",
        "Sent from Mail for Windows 10", "Sent from Mail for Windows", "Sent from Outlook for iOS", "Sent from Outlook",
        "Get Outlook for iOS<https://aka.ms/o0ukef>", "Get Outlook for Android", "Sent from Yahoo Mail on Android",
        "Sent from Yahoo Mail for iPhone", "Yahoo Mail: Search, Organize, Conquer", "Sent from AOL Mobile Mail",
        "Sent from Proton Mail mobile", "Sent with Proton Mail secure email.", "Sent from Gmail Mobile",
        "Sent via the Samsung Galaxy S22 5G, an AT&T 5G smartphone", "Sent from my Metro by T-Mobile 5G Device",
        "Enviado desde mi iPhone", "Enviado desde mi Samsung Mobile de Telcel", "Enviado desde mi celular",
        "Enviado desde Correo para Windows", "Enviado desde Yahoo Mail para Android", "Obtener Outlook para iOS<https://aka.ms/o0ukef>",
        "Enviado do meu iPhone", "Enviado do Yahoo Mail no Android", "Envoyé de mon iPhone", "Envoyé depuis mon téléphone Samsung",
        "Télécharger Outlook pour Android", "Inviato da iPhone", "Inviato dal mio dispositivo Samsung", "Von meinem iPhone gesendet",
        "Gesendet von Mail für Windows", "Von meinem Samsung Galaxy Smartphone gesendet.", "Verstuurd vanaf mijn iPhone",
        "Verzonden vanaf mijn Galaxy", "Wysłane z iPhone'a", "Wysłano z iPhone'a", "Отправлено с iPhone",
        "Отправлено из мобильной Почты Mail.ru", "Надіслано з iPhone", "Skickat från min iPhone", "Sendt fra min iPhone",
        "Lähetetty iPhonesta", "Voye soti nan iPhone mwen", "发自我的iPhone", "從我的 iPhone 傳送", "iPhoneから送信", "나의 iPhone에서 보냄",
        "Odesláno z iPhonu", "iPhone'umdan gönderildi",
        "Virus-free.www.avast.com", "Libre de virus. www.avast.com", "> Sent from my iPhone",
    ];

    /// <summary>Paragraphs that offices add.</summary>
    internal static readonly string[] Disclaimers =
    [
        "CONFIDENTIALITY NOTICE: This e-mail message, including any attachments, is for the sole use of the intended recipient(s).",
        "This email and any attachments are confidential and intended solely for the addressee. If you have received it in error, please "
            + "delete it.",
        "This message (including any attachments) contains confidential information intended for a specific individual and purpose, and "
            + "is protected by law.\nIf you are not the intended recipient, you should delete this message.",
        "The information contained in this transmission may contain privileged and confidential information. It is intended only for the "
            + "use of the person(s) named above.",
        "If you are not the intended recipient, you are hereby notified that any review, dissemination or copying of this e-mail is "
            + "prohibited.",
        "Please consider the environment before printing this email.",
        "CAUTION: This email originated from outside of the organization. Do not click links or open attachments unless you recognize "
            + "the sender.",
        "You don't often get email from maria@example.net. Learn why this is important",
        "AVISO DE CONFIDENCIALIDAD: Este mensaje y sus anexos son para uso exclusivo de su destinatario.",
        "Este mensaje y sus archivos adjuntos son confidenciales y van dirigidos exclusivamente a su destinatario. Si lo ha recibido por "
            + "error, elimínelo.",
        "Esta mensagem pode conter informação confidencial ou privilegiada. Se você não é o destinatário, elimine-a.",
        "Ce message et ses pièces jointes sont confidentiels et destinés exclusivement à leur destinataire. Merci de le supprimer en cas "
            + "d'erreur.",
        "Diese E-Mail enthält vertrauliche Informationen. Wenn Sie nicht der richtige Adressat sind, vernichten Sie diese Mail.",
        "This email has been checked for viruses by Avast antivirus software.\nwww.avast.com",
        "Antes de imprimir este mensaje, asegúrese de que es necesario.",
    ];

    /// <summary>What people write. None of it may be lost, wherever it stands.</summary>
    internal static readonly string[] Words =
    [
        "Hi Dana,\n\nYes, but take the names out.\n\nThanks,\nMaria",
        "2",
        "Hola,\n\nEstoy de acuerdo con la opción 2.\n\nGracias,\nMaría",
        "I talked to my caseworker on Monday and she wrote: come back next week.\nThat is not ok.",
        "My answers:\n\n1. yes\n2. no\n\nFrom the heart: please listen.\nTo the point: no names.",
        "On Monday 3/4 I called.\nEl lunes llamé otra vez.\nSent from one office to another all day!",
        "I think so -- but only if people agree.\nSubject to change, of course.",
        "Confidential information about my kids should never be shared with landlords or police. This message is for everyone who reads "
            + "it, and this email too.",
        "Bonjour,\nOui, mais sans les noms.\nLe 4 mars, mon fils a écrit : non.\nMerci",
        "Tak, zgadzam się.\nPozdrawiam\nAnna",
    ];

    /// <summary>An earlier mail of ours.</summary>
    internal static readonly string Earlier =
        "Dear Maria,\n\nShould the state link school and health data to see who misses meals?\nReply 1 yes, 2 yes with changes, 3 "
            + "no.\n\nDana Reed\nResident Advisory Board";
}
