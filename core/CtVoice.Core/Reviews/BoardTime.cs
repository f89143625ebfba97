using CtVoice.Core.Board;

namespace CtVoice.Core.Reviews;

/// <summary>What a board adds to the time of every review that it is asked in.</summary>
/// <param name="PostageDays">Business days for the post, in the window and in the preview.</param>
/// <param name="NoticeHours">Hours for which question and date are public before anybody is asked; 0 where they are not.</param>
public sealed record BoardTime(int PostageDays = 0, int NoticeHours = 0)
{
    /// <summary>Nothing.</summary>
    public static BoardTime None { get; } = new();

    /// <summary>
    /// Of a board and the rules that a review would start with, as if every seat were taken: whether a majority is asked is known once the
    /// panel is.
    /// </summary>
    /// <param name="board">The members.</param>
    /// <param name="policy">The rules.</param>
    /// <param name="on">The day on which it is asked.</param>
    public static BoardTime Of(IReadOnlyCollection<Member> board, ReviewPolicy policy, DateOnly on)
    {
        var sitting = Vacancies.Serving(board, on).Count();
        return new(
            Postage.DaysFor(board, policy, on), 2 * (policy.PanelSize + policy.Alternates) > sitting ? policy.NoticeHours ?? 0 : 0);
    }
}
