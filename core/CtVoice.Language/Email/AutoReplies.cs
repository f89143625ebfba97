using System.Text;
using CtVoice.Language.Matching;
using CtVoice.Language.Meaning;

namespace CtVoice.Language.Email;

/// <summary>Absence notices and other automatic replies by their wording, in English and Spanish,
/// in other languages by <see cref="AutoReplyWords"/>, their subjects in many.</summary>
internal static class AutoReplies
{
    /// <summary>Longer mails are no automatic replies.</summary>
    private const int Longest = 4_000;

    private static readonly PhraseFile Titles = PhraseFile.Load("automatic-subjects");

    /// <summary>Subjects that a person may give a mail as well.</summary>
    private static readonly string[] Perhaps = Titles["perhaps"];

    private static readonly string[] Subjects = Titles["subjects"];

    private static readonly PhraseForms Sentences = PhraseForms.Load("Email.Phrases.automatic-sentences");

    /// <summary>Sentences that only a machine writes, wherever they stand in a short mail.</summary>
    private static readonly Expression Says = Sentences.Among("says");

    /// <summary>A person tells of such a sentence, or says it of their own mail.</summary>
    private static readonly Expression Telling = Sentences.Among("telling");

    /// <summary>A person answers an automatic reply: "I got your automatic reply that the office is closed until Monday".</summary>
    private static readonly Expression Answered = Sentences.Among("answered");

    private static readonly Expression Away = Sentences.Among("away");

    /// <summary>A whole line that names the mail so: "** This is an auto-generated response **".</summary>
    private static readonly Expression Labels = Sentences.Among("labels");

    /// <summary>A mail that waits until its sender proves to be one, or until somebody lets it through.</summary>
    private static readonly Expression Held = Sentences.Among("held");

    private static readonly Expression Closed = Sentences.Among("closed");

    private static readonly Expression NoAccess = Sentences.Among("no access");

    private static readonly Expression Promises = Sentences.Among("promises");

    private static readonly Expression Left = Sentences.Among("left");

    private static readonly Expression Addressee = Sentences.Among("addressee");

    /// <summary>To whom the sender should turn instead.</summary>
    private static readonly Expression Redirects = Sentences.Among("redirects");

    private static readonly Expression CallMe = Sentences.Among("call me");

    private static readonly Expression Urgent = Sentences.Among("urgent");

    /// <summary>Words of help desks: a hint, no more.</summary>
    private static readonly Expression Desk = Sentences.Among("desk");

    private static readonly Expression Quotation = new("\"[^\"\\n]{1,300}\"|“[^”]{1,300}”|«[^»]{1,300}»|„[^“”]{1,300}[“”]");

    private static readonly string[] Speakers =
        ["my ", "the ", "our ", "a ", "her ", "his ", "their ", "she ", "he ", "they ", "it ", "mi ", "el ", "la ", "nuestra ", "ella ",
            "nobody ", "everyone ", "when ", "nadie ", "i ", "and ", "but ", "if ", "sometimes "];

    private static readonly Expression Returns = Sentences.Among("returns");

    private static readonly Expression Received = Sentences.Among("received");

    /// <summary>Why the mail is an automatic reply, or null when a person may have written it.</summary>
    internal static string? Because(string subject, string reply, NormalizedText folded, bool more)
    {
        var title = Plain.Of(subject).Trim();
        var phrase = Opening(title);
        if (phrase is not null && (phrase.StartsWith('[') || title.AsSpan(phrase.Length).TrimStart() is [':' or '：' or ']' or ')', ..])
            && !Perhaps.Contains(phrase) && (!more || AutoReplyWords.Hints(Line(Shortened(reply)))))
            return "the subject of an automatic reply";
        if (Body(reply, folded, more) is { } words)
            return words;

        // "Out of office" alone may be what a person complains of.
        if (phrase is null || Perhaps.Contains(phrase) || (Title.GoesOn(title[phrase.Length..]) && !Hints(reply)))
            return null;
        var said = Shortened(reply);
        var plain = Plain.Of(said);
        return PersonSigns.Answers(plain, NormalizedText.Of(said)) || PersonSigns.Grumbles(plain)
            || (more && !AutoReplyWords.Hints(Line(said)))
            ? null
            : "the subject of an automatic reply";
    }

    /// <summary>Whether a subject, as <see cref="Plain"/> gives it, begins as those of automatic replies do.</summary>
    internal static bool Titled(string title) => Opening(title) is not null;

    private static string? Opening(string title) =>
        Array.Find(Subjects, phrase => title.StartsWith(phrase, StringComparison.Ordinal)
            && (title.Length == phrase.Length || !char.IsLetterOrDigit(title[phrase.Length])));

    /// <summary>Whether a challenge or a moderator holds our mail back.</summary>
    internal static bool Holds(string reply, NormalizedText folded) =>
        reply.Length <= Longest && Held.IsMatch(folded.Words) && !PersonSigns.Asks(Plain.Of(reply));

    /// <summary>Whether words hold so little as one phrase that automatic replies use.</summary>
    internal static bool Hints(string reply)
    {
        var said = Shortened(reply);
        var words = NormalizedText.Of(said).Words;
        return Says.IsMatch(words) || Away.IsMatch(words) || Received.IsMatch(words) || Desk.IsMatch(words)
            || AutoReplyWords.Hints(Line(said));
    }

    private static string Line(string text) => Plain.Of(text).Replace('\n', ' ');

    private static string? Body(string reply, NormalizedText all, bool more)
    {
        if (reply.Length is 0 or > Longest)
            return null;
        var own = WithoutQuotations(reply);
        var plain = Plain.Of(own);
        var folded = ReferenceEquals(own, reply) ? all : NormalizedText.Of(own);
        if (Answered.IsMatch(folded.Words))
            return null;
        if (Notice(plain, folded) is { } notice)
            return (ReferenceEquals(own, reply) ? more : NoticeWords.SaysMore(own)) ? null : notice;
        return PersonSigns.Answers(plain, folded) || PersonSigns.Asks(plain) || PersonSigns.TellsMore(folded.Words)
            ? null : AutoReplyWords.Because(LastSentence.WithoutName(plain).Replace('\n', ' '));
    }

    /// <summary>Which notice in English or Spanish words are, if a machine wrote them.</summary>
    private static string? Notice(string plain, NormalizedText folded)
    {
        var words = folded.Words;
        if (plain.Split('\n').Any(line => line.Length < 120 && Labels.IsMatch(NormalizedText.Of(line).Words)) && !Telling.IsMatch(words))
            return "it says that it is an automatic reply";
        if (PersonSigns.Answers(plain, folded) || PersonSigns.Asks(plain) || PersonSigns.TellsMore(words))
            return null;
        if (Says.IsMatch(words) && !Telling.IsMatch(words))
            return "it says that it is an automatic reply";
        var wantsCall = CallMe.IsMatch(words) && !Urgent.IsMatch(words);
        if (((Away.IsMatch(words) && Returns.IsMatch(words))
            || ((Closed.IsMatch(words) || NoAccess.IsMatch(words)) && Promises.IsMatch(words))
            || (SomebodyLeft(folded) && Redirects.IsMatch(words))) && !wantsCall && !LastSentence.IsOfTheMatter(plain))
            return "an absence notice by its wording";
        return Received.IsMatch(words) && words.Length > 60 && !Telling.IsMatch(words) ? "an acknowledgement by its wording" : null;
    }

    /// <summary>An office answers for somebody, in one of its first sentences: "Please note that Maria Lopez has left the agency".
    /// Of "my caseworker" a person speaks.</summary>
    private static bool SomebodyLeft(NormalizedText folded) =>
        folded.Line.Split('.', StringSplitOptions.TrimEntries).Take(4)
            .Select(sentence => sentence.Replace(" ,", "", StringComparison.Ordinal))
            .Any(sentence => Left.IsMatch(sentence)
                && (!Speakers.Any(speaker => sentence.StartsWith(speaker, StringComparison.Ordinal)) || Addressee.IsMatch(sentence)));

    internal static string Shortened(string reply) => reply.Length > Longest ? reply[..Longest] : reply;

    /// <summary>Without what stands in quotation marks: another's words, or the name of a mail.</summary>
    private static string WithoutQuotations(string text)
    {
        if (!text.AsSpan().ContainsAny("\"“«„"))
            return text;
        var without = new StringBuilder(text.Length);
        var from = 0;
        foreach (var quotation in Quotation.FindAll(text))
        {
            without.Append(text, from, quotation.Index - from).Append(' ');
            from = quotation.Index + quotation.Length;
        }
        return without.Append(text, from, text.Length - from).ToString();
    }
}
