using CtVoice.Core.Reviews;

namespace CtVoice.Core.Honoraria;

/// <summary>What an installation pays for one question. There is no default: no Connecticut rate is known.</summary>
/// <param name="Amount">For each question, in <paramref name="Currency"/>.</param>
/// <param name="Currency">ISO 4217 code, such as USD.</param>
public sealed record Honorarium(decimal Amount, string Currency);

/// <summary>
/// What members are owed (DOMAIN, Records and privacy): a question asked and answered, by whatever channel, late until the
/// report, dictated, taken back, skipped, or declined with a word. Never by what was said. STOP, in whatever words, and the one
/// click of a mail are such a word while a question is open: whoever says them was asked and answered, and not to pay
/// would be to pay for an opinion. It is owed for the one open question, and not for those after it. A STOP on a phone
/// that several use names nobody: its question is asked another way. Pure.
/// </summary>
public static class Owing
{
    /// <summary>One entry for each question that a member is owed for, in order of member and question.</summary>
    public static IReadOnlyList<OwedQuestion> Of(Review review)
    {
        // Staff who practise are paid for their work as it is.
        if (review.Practice)
            return [];
        var answered = review.Replies
            .Where(r => r.Pieces.Count > 0 && (review.Report is not { } report || r.Pieces[0].ReceivedAt <= report.SentAt))
            .GroupBy(r => (r.MemberId, r.Question))
            .Select(g => new OwedQuestion(g.Key.MemberId, g.Key.Question, g.Min(r => r.Pieces[0].ReceivedAt)));
        var declined = review.Invitations
            .Where(i => i is { SentAt: not null, EndedByWord: true } && !i.Complete(review.Questions.Count))
            .Select(i => new OwedQuestion(i.MemberId, i.NextQuestion, i.SentAt!.Value));
        var skipped = review.Invitations.SelectMany(i => i.Skipped.Select(s => new OwedQuestion(i.MemberId, s.Question, s.At)));
        return [.. answered.Concat(skipped).Concat(declined).DistinctBy(o => (o.MemberId, o.Question))
            .OrderBy(o => o.MemberId, StringComparer.Ordinal).ThenBy(o => o.Question)];
    }
}

/// <summary>A question that a member is owed for.</summary>
/// <param name="MemberId">The member.</param>
/// <param name="Question">Number of the question.</param>
/// <param name="At">When the answer came; when it was asked, where the member declined.</param>
public sealed record OwedQuestion(string MemberId, int Question, DateTimeOffset At);
