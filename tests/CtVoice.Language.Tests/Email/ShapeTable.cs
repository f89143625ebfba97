namespace CtVoice.Language.Tests.Email;

/// <summary>Whole mails and their replies: <c>#### name</c>, body, <c>====</c>, reply. A <c>~</c> at a line's end is a space.</summary>
internal static class ShapeTable
{
    internal const string Text = """

        #### nothing but a quote, which may be the mail itself
        > Dear Maria,
        > what do you think?
        ====
        Dear Maria,
        what do you think?

        #### an empty mail

        ====

        #### signature after two dashes and a space
        I support it.

        --~
        Maria Lopez
        860-555-0123
        ====
        I support it.

        #### signature whose space was lost
        I support it.

        --
        Maria Lopez
        Hartford
        ====
        I support it.

        #### signature before the quote
        I support it.

        --~
        Maria Lopez

        On Mon, Mar 4, 2024 at 10:11 AM Dana <dana@example.org> wrote:

        > What do you think?
        ====
        I support it.

        #### signature after a reply at the bottom
        On Mon, Mar 4, 2024 at 10:11 AM Dana <dana@example.org> wrote:
        > What do you think?

        I support it.

        --~
        Maria Lopez
        ====
        I support it.

        #### two dashes between two long passages are the person's own
        I have been on the waiting list for two years and nobody has ever called me back about it.
        --
        The other thing is the school. They asked for papers three times. They lost them three times.
        I brought them again. Then the office was closed. Then the phone number was wrong. Then they said
        that my son was not in the system, and I had to start over with a new form and a new worker, and
        she was kind but she said that it would take ninety days, and in that time we had no lunch money
        and no bus pass and nobody to ask. So when you say share the data I say yes please share the data
        because I am tired of telling the same story to five people who cannot see what the others wrote.
        That is what I think about it, and my sister thinks so too, and so does everybody in my building.
        ====
        I have been on the waiting list for two years and nobody has ever called me back about it.
        --
        The other thing is the school. They asked for papers three times. They lost them three times.
        I brought them again. Then the office was closed. Then the phone number was wrong. Then they said
        that my son was not in the system, and I had to start over with a new form and a new worker, and
        she was kind but she said that it would take ninety days, and in that time we had no lunch money
        and no bus pass and nobody to ask. So when you say share the data I say yes please share the data
        because I am tired of telling the same story to five people who cannot see what the others wrote.
        That is what I think about it, and my sister thinks so too, and so does everybody in my building.

        #### closing without dashes stays
        Yes please.

        Best regards,
        Maria Lopez
        Peer navigator
        860-555-0123
        ====
        Yes please.

        Best regards,
        Maria Lopez
        Peer navigator
        860-555-0123

        #### words after the phone's line stay
        Yes please.

        Sent from my iPhone

        PS and no names
        ====
        Yes please.

        PS and no names

        #### a person's sentence about being sent
        Sent from my house to the shelter, then back. Nobody told us why.
        ====
        Sent from my house to the shelter, then back. Nobody told us why.

        #### a person's own introduction above their own words
        On Monday my caseworker wrote:
        come on Tuesday with your papers.
        I came and she was not there.
        ====
        On Monday my caseworker wrote:
        come on Tuesday with your papers.
        I came and she was not there.

        #### nested quotes
        No.

        On Mon, Mar 4, 2024 at 10:11 AM Dana <dana@example.org> wrote:
        > On Sun, Mar 3, 2024 at 9:00 AM Maria <maria@example.net> wrote:
        >> first
        > second
        ====
        No.

        #### quote of a quote without marks on the outer one
        No.

        On Mon, Mar 4, 2024 at 10:11 AM Dana <dana@example.org> wrote:

        second

        On Sun, Mar 3, 2024 at 9:00 AM Maria <maria@example.net> wrote:

        > first

        Dana
        ====
        No.

        #### a quoted line that was wrapped without its mark
        > This is a rather long line that the program of the sender has wrapped at a
        different width
        > and it goes on here.

        I agree with that.
        ====
        I agree with that.

        #### a short answer between quotes is no wrapped line
        > Do you agree that the agencies may link the data of the children in one file?
        yes
        > And of adults?
        no
        ====
        yes
        no

        #### a face is no quote
        That is sad
        >:(
        really
        ====
        That is sad
        >:(
        really

        #### a line that a mailbox escaped is no quote
        I will tell you.
        >From here it is far to the office.
        ====
        I will tell you.
        From here it is far to the office.

        #### a person's list of places
        From: Hartford
        To: New Haven
        It takes two buses.
        ====
        From: Hartford
        To: New Haven
        It takes two buses.

        #### a rule drawn by a person stays
        First part.
        ----------
        Second part.
        ====
        First part.
        ----------
        Second part.

        #### a rule above nothing goes
        First part.

        ________________________________
        ====
        First part.

        #### a name above a wrapped address
        Yes.

        Dana Reed
        <dana.reed@example.org> schrieb am 04.03.2024 um 10:11:

        > Frage?
        ====
        Yes.

        #### Yahoo on a phone
        Yes, with changes
        Sent from Yahoo Mail on Android

          On Mon, Mar 4, 2024 at 10:11 AM, Dana Reed<dana.reed@example.org> wrote:   Dear Maria,
        What do you think?
        ====
        Yes, with changes

        #### Outlook on a phone
        Yes, with changes.

        Get Outlook for iOS<https://aka.ms/o0ukef>
        ________________________________
        From: Dana Reed <dana.reed@example.org>
        Sent: Monday, March 4, 2024 10:11:12 AM
        To: Maria Lopez <maria@example.net>
        Subject: A question

        Dear Maria,
        ====
        Yes, with changes.

        #### Samsung
        si estoy de acuerdo



        Enviado desde mi dispositivo Samsung Galaxy


        -------- Mensaje original --------
        De: Dana Reed <dana.reed@example.org>
        Fecha: 4/3/24 10:11 (GMT-05:00)
        A: maria@example.net
        Asunto: Una pregunta

        Estimada Maria:
        ====
        si estoy de acuerdo

        #### a mailing list's footer
        I agree.

        _______________________________________________
        Board mailing list
        Board@lists.example.org
        https://lists.example.org/listinfo/board
        ====
        I agree.

        #### bottom reply with everything
        > Dear Maria,
        > What do you think?
        > --
        > Dana

        I think yes.
        Maria

        Sent from my iPad
        ====
        I think yes.
        Maria

        #### carriage returns
        Yes.

        > q
        ====
        Yes.

        #### plain attribution no date with quote
        Sounds good

        Dana Reed wrote:
        > text
        ====
        Sounds good

        #### attribution with brackets mailto
        Sounds good

        On Mar 4, 2024, at 10:11 AM, Dana Reed [via Board] <mailto:dana@example.org> wrote:

        text here
        ====
        Sounds good

        #### attribution email link
        Ok

        On Mon, Mar 4, 2024 at 10:11 AM Dana Reed <dana@example.org<mailto:dana@example.org>> wrote:
        text here
        ====
        Ok

        #### quoted outlook block with >
        Ok thanks

        > From: Dana
        > To: Maria
        > Subject: x
        >
        > text
        ====
        Ok thanks

        #### Lotus notes style
        I agree with option 1



        From:   Dana Reed <dana@example.org>
        To:     maria@example.net
        Date:   03/04/2024 10:11 AM
        Subject:        A question



        Hi Maria
        ====
        I agree with option 1

        #### spanish outlook block via separators
        De acuerdo.

        ________________________________________
        De: Dana Reed [dana@example.org]
        Enviado: lunes, 04 de marzo de 2024 10:11 a.m.
        Para: Maria
        Asunto: Pregunta

        hola
        ====
        De acuerdo.

        #### french outlook with nbsp
        D'accord.

        De : Dana Reed <dana@example.org>
        Date : lundi 4 mars 2024 à 10:11
        À : Maria <maria@example.net>
        Objet : Question

        salut
        ====
        D'accord.

        #### Mac outlook From Date To Subject
        Fine by me

        From: Dana Reed <dana@example.org>
        Date: Monday, March 4, 2024 at 10:11 AM
        To: Maria <maria@example.net>
        Subject: Re: question
        hello
        ====
        Fine by me

        #### reply inline after outlook header with >
        From: Dana Reed <dana@example.org>
        Sent: Monday, March 4, 2024 10:11 AM
        To: Maria <maria@example.net>
        Subject: question

        > hi
        my reply
        > bye
        ====
        my reply

        #### wrote with weekday comma split by 3 lines
        Yes

        On Mon, Mar 4, 2024 at 10:11 AM, The Very Long Name Of The Connecticut
        Resident Advisory Board Coordinator <
        very-long-address-of-the-board@example.org> wrote:

        > hi
        ====
        Yes

        #### names with email only wrote
        Yes

        Dana Reed <dana@example.org> wrote:

        > hi
        ====
        Yes

        #### name email schrieb without quote
        Ja

        Dana Reed <dana@example.org> schrieb am Mo., 4. März 2024, 10:11:

        > hi
        ====
        Ja

        #### russian mailru
        Да

        Понедельник, 4 марта 2024, 10:11 -05:00 от Dana Reed <dana@example.org>:

        >Привет
        ====
        Да

        #### yandex
        Да

        04.03.2024, 10:11, "Dana Reed" <dana@example.org>:

        Привет
        ====
        Да

        #### ukr.net
        Так

        4 березня 2024, 10:11:11, від "Dana Reed" <dana@example.org>:

        Привіт
        ====
        Так

        #### polish onet
        Tak

        W dniu 2024-03-04 10:11:11 użytkownik Dana Reed <dana@example.org> napisał:

        Cześć
        ====
        Tak

        #### wp pl
        Tak

        Dnia 4 marca 2024 10:11 Dana Reed <dana@example.org> napisał(a):

        Cześć
        ====
        Tak

        #### web.de
        Ja

        Gesendet: Montag, 04. März 2024 um 10:11 Uhr
        Von: "Dana Reed" <dana@example.org>
        An: maria@example.net
        Betreff: Frage
        Hallo
        ====
        Ja

        #### libero
        Si

        Il 4 marzo 2024 alle 10.11 "Dana Reed" <dana@example.org> ha scritto:

        ciao
        ====
        Si

        #### laposte
        oui

        > Message du 04/03/24 10:11
        > De : "Dana Reed" <dana@example.org>
        > A : maria@example.net
        > Copie à :
        > Objet : question
        >
        > salut
        ====
        oui

        #### orange fr
        oui

        > envoyé : 4 mars 2024 à 10:11
        > de : Dana Reed <dana@example.org>
        > à : maria@example.net
        > objet : question
        >
        > salut
        ====
        oui

        #### uol pt
        sim

        Em 04/03/2024 10:11, Dana Reed < dana@example.org > escreveu:
        ola
        ====
        sim

        #### danish
        Ja tak

        Fra: Dana Reed <dana@example.org>
        Dato: mandag den 4. marts 2024 kl. 10.11
        Til: Maria <maria@example.net>
        Emne: spørgsmål
        hej
        ====
        Ja tak

        #### danish gmail
        Ja

        Den man. 4. mar. 2024 kl. 10.11 skrev Dana Reed <dana@example.org>:

        > hej
        ====
        Ja

        #### finnish outlook klo
        Joo

        Dana Reed <dana@example.org> kirjoitti ma 4. maalisk. 2024 klo 10.11:

        > hei
        ====
        Joo

        #### Chinese 163
        好的





        在 2024-03-04 10:11:11，"Dana Reed" <dana@example.org> 写道：

        你好
        ====
        好的

        #### Chinese 163 b
        好的
        At 2024-03-04 10:11:11, "Dana Reed" <dana@example.org> wrote:
        hello
        ====
        好的

        #### qq
        好的




        ---Original---
        From: "Dana Reed"<dana@example.org>
        Date: Mon, Mar 4, 2024 10:11 AM
        To: "maria"<maria@example.net>;
        Subject: Re: q

        hello
        ====
        好的

        #### qq2
        好的

        ------------------&nbsp;原始邮件&nbsp;------------------
        发件人: "Dana Reed"
        hello
        ====
        好的

        #### hotmail old
        Sure thing

        > Date: Mon, 4 Mar 2024 10:11:11 -0500
        > From: dana@example.org
        > To: maria@example.net
        > Subject: q
        >
        > hello
        ====
        Sure thing

        #### hotmail unquoted
        Sure thing

        Date: Mon, 4 Mar 2024 10:11:11 -0500
        From: dana@example.org
        To: maria@example.net
        Subject: q

        hello
        ====
        Sure thing

        #### hotmail from subject date
        Sure thing

        From: dana@example.org
        To: maria@example.net
        Subject: q
        Date: Mon, 4 Mar 2024 10:11:11 -0500

        hello
        ====
        Sure thing

        #### star rule aol
        agreed

        In a message dated 3/4/2024 10:11:11 AM Eastern Standard Time, dana@example.org writes:

        hello
        ====
        agreed

        #### aol original
        agreed

        -----Original Message-----
        From: Dana Reed <dana@example.org>
        To: maria <maria@example.net>
        Sent: Mon, Mar 4, 2024 10:11 am
        Subject: q


        hello
        ====
        agreed

        #### groupwise
        agreed

        >>> Dana Reed <dana@example.org> 3/4/2024 10:11 AM >>>
        hello
        ====
        agreed

        #### initials
        agreed

        DR> hello there
        DR> how are you
        ====
        agreed

        DR> hello there
        DR> how are you

        #### github style
        Looks fine to me

        —
        Reply to this email directly or view it on GitHub.
        ====
        Looks fine to me

        #### em dash sign
        Fine.

        — Maria
        ====
        Fine.

        — Maria

        #### sent from then sig
        Fine.

        Maria

        Sent from my iPhone. Please excuse brevity and typos.
        On Mar 4, 2024, at 10:11 AM, dana@example.org wrote:

        hello
        ====
        Fine.

        Maria

        #### sent on the go
        Ok

        Sent from my iPhone

        > On Mar 4, 2024, at 10:11 AM, Dana <dana@example.org> wrote:
        >~
        > ﻿hello
        >~
        ====
        Ok

        #### bottom after apple
        > On Mar 4, 2024, at 10:11 AM, Dana <dana@example.org> wrote:
        >~
        > hello

        bottom reply
        ====
        bottom reply

        #### two intros (thread) with no quote marks
        latest

        El lun, 4 mar 2024 a las 10:11, Dana (<dana@example.org>) escribió:

        segundo

        El dom, 3 mar 2024 a las 9:00, Maria (<maria@example.net>) escribió:

        primero
        ====
        latest

        #### a rule of dashes above header fields
        top

        -------------
        From: Dana <dana@example.org>
        Sent: March 4, 2024
        To: x
        Subject: y
        body
        ====
        top

        #### only intro
        hello

        On Mon, Mar 4, 2024 at 10:11 AM Dana <dana@example.org> wrote:
        ====
        hello

        #### missing space after colon
        ok

        From:Dana Reed <dana@example.org>
        Sent:Monday, March 4, 2024 10:11
        To:Maria
        Subject:q
        body
        ====
        ok

        #### wrote without colon followed by quote
        ok

        On Mon, Mar 4, 2024 at 10:11 AM, Dana <dana@example.org> wrote

        > hi
        ====
        ok

        #### On date at time name wrote, unquoted
        ok

        On Mon, 4 Mar 2024, 10:11 am Dana, <dana@example.org> wrote:

        hi
        ====
        ok

        #### pipes
        ok

        | From: Dana
        | hello
        ====
        ok

        | From: Dana
        | hello

        #### lowercase
        ok
        on mar 4, 2024, at 10:11 am, dana <dana@example.org> wrote:
        hi
        ====
        ok

        #### unsubscribe footer in quote
        ok

        > hi
        > unsubscribe here
        ====
        ok

        #### long underscore sig
        ok

        _____________________
        Maria Lopez, MSW
        Case Manager | 860-555-0123
        maria@example.net
        ====
        ok

        #### Spanish unfamiliar
        Estoy de acuerdo

        El lunes, 4 de marzo de 2024, Dana Reed <dana@example.org> escribió:

        > hola
        ====
        Estoy de acuerdo

        #### spanish no quote date no time
        Estoy de acuerdo

        El lunes, 4 de marzo de 2024, Dana Reed <dana@example.org> escribió:

        hola
        ====
        Estoy de acuerdo

        #### hebrew
        כן

        בתאריך יום ב׳, 4 במרץ 2024 ב-10:11 מאת Dana Reed <dana@example.org>:

        > שלום
        ====
        כן

        #### arabic
        نعم

        في الاثنين، ٤ مارس ٢٠٢٤ في ١٠:١١ ص تمت كتابة ما يلي بواسطة Dana Reed <dana@example.org>:

        > hi
        ====
        نعم

        #### vietnamese
        Vâng

        Vào Th 2, 4 thg 3, 2024 vào lúc 10:11 Dana Reed <dana@example.org> đã viết:

        > hi
        ====
        Vâng

        #### greek
        Ναι

        Στις Δευ 4 Μαρ 2024 στις 10:11 π.μ., ο/η Dana Reed <dana@example.org> έγραψε:

        > hi
        ====
        Ναι

        #### romanian
        Da

        În lun., 4 mar. 2024 la 10:11, Dana Reed <dana@example.org> a scris:

        > hi
        ====
        Da

        #### hungarian
        Igen

        Dana Reed <dana@example.org> ezt írta (időpont: 2024. márc. 4., H, 10:11):

        > hi
        ====
        Igen

        #### albanian outlook
        Po

        Nga: Dana <dana@example.org>
        Dërguar: 4 mars 2024 10:11
        Për: Maria
        Tema: Pyetje
        hi
        ====
        Po

        #### outlook from sent bold asterisks spaced
        Yes

        *From**:* Dana <dana@example.org>
        *Sent**:* Monday, March 4, 2024 10:11 AM
        *To**:* maria
        *Subject**:* q

        hi
        ====
        Yes

        #### personal with from line
        Yes. From: my heart
        To: you all
        Subject: thanks
        ====
        Yes. From: my heart
        To: you all
        Subject: thanks

        #### dash list
        - one
        - two
        -- three
        ---
        four
        ====
        - one
        - two
        -- three
        ---
        four

        #### signature two dashes name inline
        ok
        --Maria
        ====
        ok
        --Maria

        #### sig with title long
        ok

        --~
        Maria Lopez
        Peer Navigator
        Hartford Community Center
        123 Main St, Hartford CT 06106
        Phone: 860-555-0123
        www.example.org
        "Be kind"
        ====
        ok

        #### gmail plain with bold and link
        Hi Dana,

        Option *2* please. See https://example.org/a?b=c for what I mean.

        On Mon, Mar 4, 2024 at 10:11 AM Dana Reed via Board <
        board@example.org> wrote:

        > Hi
        ====
        Hi Dana,

        Option *2* please. See https://example.org/a?b=c for what I mean.

        #### indented quote attribution
        Yes

          On Mon, Mar 4, 2024 at 10:11 AM, Dana Reed<dana@example.org> wrote:   > hi
          > there
        ====
        Yes

        #### quoted with attribution inside >
        Yes

        > On Mar 4, 2024, at 10:11 AM, Dana wrote:
        > hi
        >
        >
        >> On Mar 3, 2024, at 9:00 AM, Maria wrote:
        >> hello
        ====
        Yes

        #### reply twice inline
        > Do you agree?

        Yes I do.

        > Why?

        Because it helps.
        Maria

        > Thanks
        ====
        Yes I do.

        Because it helps.
        Maria

        #### sig image cid and outlook
        Yes.

        [cid:image001.png@01DA6E1C.12345678]

        From: Dana <dana@example.org>
        Sent: Monday, March 4, 2024 10:11 AM
        To: Maria
        Subject: q

        text
        ====
        Yes.

        [cid:image001.png@01DA6E1C.12345678]

        #### unknown header block 4 lines with time zone
        Yes.

        From: "Dana Reed" <dana@example.org>
        To: "Maria" <maria@example.net>
        Cc:
        Sent: Monday, 4 March, 2024 10:11:22
        Subject: Re: q

        text
        ====
        Yes.

        #### Zimbra
        Yes.

        ----- Original Message -----
        From: "Dana Reed" <dana@example.org>
        To: "Maria" <maria@example.net>
        Sent: Monday, March 4, 2024 10:11:22 AM
        Subject: q

        text
        ====
        Yes.

        #### Zimbra fr
        Oui.

        De: "Dana Reed" <dana@example.org>
        À: "Maria" <maria@example.net>
        Envoyé: Lundi 4 Mars 2024 10:11:22
        Objet: q

        text
        ====
        Oui.

        #### Zimbra es
        Sí.

        De: "Dana Reed" <dana@example.org>
        Para: "Maria" <maria@example.net>
        Enviados: Lunes, 4 de Marzo 2024 10:11:22
        Asunto: q

        texto
        ====
        Sí.

        #### outlook es new
        Sí.

        Obtener Outlook para Android<https://aka.ms/AAb9ysg>
        ________________________________
        De: Dana Reed <dana@example.org>
        Enviado: Monday, March 4, 2024 10:11:22 AM
        Para: Maria <maria@example.net>
        Asunto: q

        texto
        ====
        Sí.

        #### ios es
        Sí

        Enviado desde mi iPhone

        > El 4 mar 2024, a la(s) 10:11, Dana Reed <dana@example.org> escribió:
        >~
        > ﻿hola
        ====
        Sí

        #### ios pt
        Sim

        Enviado do meu iPhone

        > Em 4 de mar. de 2024, à(s) 10:11, Dana Reed <dana@example.org> escreveu:
        >~
        > ola
        ====
        Sim

        #### polish outlook~
        Tak

        From: Dana Reed <dana@example.org>
        Sent: Monday, March 4, 2024 10:11 AM
        To: Maria
        Subject: q

        text
        ====
        Tak

        #### confidentiality inline sig after name
        Yes.

        Maria Lopez
        Case Manager
        860-555-0123
        CONFIDENTIALITY NOTICE: This email is for the sole use of the intended recipient.
        ====
        Yes.

        Maria Lopez
        Case Manager
        860-555-0123

        #### sig then dash disclaimers
        Yes.

        --
        Maria

        This email and any attachments are confidential and intended solely for the addressee.
        ====
        Yes.

        #### top banner
        [EXTERNAL EMAIL] Use caution with links and attachments.

        Yes.
        ====
        Yes.

        #### quote char full width ＞
        Yes

        ＞ hi
        ====
        Yes

        ＞ hi

        #### markdown hr then text
        Yes

        ***

        More text
        ====
        Yes

        ***

        More text

        #### person quoting words
        She said:
        "come back tomorrow"
        and he wrote: "no".
        ====
        She said:
        "come back tomorrow"
        and he wrote: "no".

        #### my list with labels
        Date: any Monday
        To: the library
        Subject of the meeting: food
        ====
        Date: any Monday
        To: the library
        Subject of the meeting: food

        #### outlook without subject
        Ok

        From: Dana Reed <dana@example.org>
        Date: Monday, March 4, 2024 at 10:11 AM
        To: Maria Lopez <maria@example.net>

        text
        ====
        Ok

        #### samsung english
        Ok


        Sent from my Galaxy


        -------- Original message --------
        From: Dana Reed <dana@example.org>
        Date: 3/4/24 10:11 (GMT-05:00)
        To: maria@example.net
        Subject: q

        text
        ====
        Ok

        #### fwd in between
        FYI see below. Do you know her?

        ---------- Forwarded message ---------
        De: Ana <ana@example.org>
        Date: lun, 4 mar 2024 a las 10:11
        Subject: hola
        To: Maria <maria@example.net>


        texto
        ====
        FYI see below. Do you know her?

        #### wrote in two lines w quote on same
        Yes

        On Mon, Mar 4, 2024 at 10:11 AM Dana Reed <dana@example.org>
        wrote:

        > a
        > b

        --
        Maria Lopez
        ====
        Yes

        #### said instead of wrote
        Yes

        On Mon, Mar 4, 2024 at 10:11 AM, Dana Reed <dana@example.org> said:

        > a
        ====
        Yes

        #### spanish dijo
        Sí

        El lun, 4 mar 2024 a las 10:11, Dana Reed <dana@example.org> dijo:

        > a
        ====
        Sí

        #### attribution after date line separate
        Sí

        2024-03-04 10:11 (GMT-05:00), Dana Reed <dana@example.org>:
        > a
        ====
        Sí

        #### evolution
        Yes

        On Mon, 2024-03-04 at 10:11 -0500, Dana Reed wrote:
        > a
        ====
        Yes

        #### kmail
        Yes

        On Monday, 4 March 2024 10:11:22 EST Dana Reed wrote:
        > a
        ====
        Yes

        #### mutt
        Yes

        * Dana Reed <dana@example.org> [2024-03-04 10:11]:
        > a
        ====
        Yes

        #### pine
        Yes

        On Mon, 4 Mar 2024, Dana Reed wrote:

        > a
        ====
        Yes

        #### notes on behalf
        Yes

        "Dana Reed" <dana@example.org>
        03/04/2024 10:11 AM

        To
        "Maria" <maria@example.net>
        cc

        Subject
        q

        text
        ====
        Yes
        """;
}
