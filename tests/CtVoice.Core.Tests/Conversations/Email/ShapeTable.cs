namespace CtVoice.Core.Tests.Conversations.Email;

/// <summary>Whole mails and their replies: <c>#### name</c>, body, <c>====</c>, reply. A <c>~</c> at a line's end is a space.</summary>
internal static class ShapeTable
{
    internal const string Text = """

        #### nothing but a quote
        > Dear Maria,
        > what do you think?
        ====

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
        """;
}
