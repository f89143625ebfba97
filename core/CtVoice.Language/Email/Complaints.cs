using CtVoice.Language.Matching;
using CtVoice.Language.Mime;

namespace CtVoice.Language.Email;

/// <summary>Complaints: reports of RFC 5965, and what providers send before and beside it.</summary>
internal static class Complaints
{
    /// <summary>Microsoft's Junk Mail Reporting Program, and the subjects of other feedback loops.</summary>
    private static readonly Expression Subjects =
        new(@"^(complaint about (a )?message from [0-9a-f.:]+|email feedback report for ip|abuse report\b.*\b[0-9.]{7}|\[?abuse "
            + @"complaint)");

    private static readonly PhraseSet Sentences = new(PhraseFile.Load("complaints")["sentences"]);

    /// <summary>Why the mail is a complaint, or null.</summary>
    internal static string? Because(MimeMail mail, string subject, string text)
    {
        if (mail.FeedbackReport is not null || mail.ReportType == "feedback-report")
            return "a complaint report (RFC 5965)";
        if (mail.Returned?.Has("X-HmXmrOriginalRecipient") == true || Subjects.IsMatch(Plain.Of(subject).Trim()))
            return "a complaint of a feedback loop";
        var head = Bounces.OneLine(text.Length > 300 ? text[..300] : text);
        return Sentences.In(head) ? "a complaint report by its wording" : null;
    }
}
