using CtVoice.Language.Meaning;

namespace CtVoice.Core.Reviews;

/// <summary>A question back that waits for one word: which answer is meant, or this question or the whole review.
/// Nothing is lost without it.</summary>
/// <param name="About">What was asked.</param>
/// <param name="InboundId">The message that led to it.</param>
/// <param name="At">When.</param>
public sealed record AskedBack(AskedAbout About, string InboundId, DateTimeOffset At)
{
    /// <summary>Numbers of the questions among whose answers one is meant; empty where none is.</summary>
    public IReadOnlyList<int> Questions { get; init; } = [];

    /// <summary>The choice that is to count; null where none is.</summary>
    public int? Choice { get; init; }
}

/// <summary>What a member was asked back.</summary>
public enum AskedAbout
{
    /// <summary>Which answer is to be another one.</summary>
    Change,

    /// <summary>Which answer is taken back.</summary>
    Withdraw,

    /// <summary>1 skips the question, 2 declines the review.</summary>
    SkipOrDecline,
}

/// <summary>Which of the answers that a member gave before a message means. Pure.</summary>
public static class EarlierAnswers
{
    /// <summary>Answers that a member had given in time by an instant and did not take back, the one of the latest words last.</summary>
    public static IReadOnlyList<Reply> Given(Review review, string memberId, DateTimeOffset by) =>
        [.. review.Replies.Where(r => r.MemberId == memberId && r.Counts && r.Pieces.Any(p => p.ReceivedAt <= by))
            .OrderBy(r => r.Pieces.Max(p => p.ReceivedAt)).ThenBy(r => r.Number)];

    /// <summary>
    /// Numbers of the questions whose answer is to be another choice: none when no earlier answer is meant, one when it is known,
    /// more when only the member can tell.
    /// </summary>
    /// <param name="given">What the member answered so far, the latest last.</param>
    /// <param name="says">What the message says about it.</param>
    /// <param name="choice">The choice that it names for the question of an answer; null when it names none there.</param>
    public static IReadOnlyList<int> ToChange(IReadOnlyList<Reply> given, Revision says, Func<Reply, int?> choice)
    {
        if (says.Named is { } named)
            return [.. given.Where(r => r.Question == named).Select(r => r.Question)];
        var offer = given.Where(r => choice(r) is not null).ToList();
        if (offer.Count == 0 || !says.Changes)
            return [];
        // To change an answer to what it is changes nothing: another one is meant.
        var others = offer.Where(r => choice(r) != r.Choice).ToList();
        return says.Latest || others.Count == 0 ? [offer[^1].Question] : [.. others.Select(r => r.Question).Order()];
    }

    /// <summary>The question back that the next word of a member answers; null when something was put before them since.</summary>
    public static AskedBack? Waiting(Invitation invitation) =>
        invitation is { AskedBack: { } asked, Shown: var shown } && (shown is null || shown.All(s => s.At <= asked.At)) ? asked : null;
}
