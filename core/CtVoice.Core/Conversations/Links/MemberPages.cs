using CtVoice.Core.Board;
using CtVoice.Core.Calendar;
using CtVoice.Core.Projects;
using CtVoice.Core.Reviews;
using CtVoice.Core.Reviews.FollowUps;

namespace CtVoice.Core.Conversations.Links;

/// <summary>What a member's link leads to.</summary>
/// <param name="Link">The link.</param>
/// <param name="Review">The review.</param>
/// <param name="Invitation">The member's part in it.</param>
/// <param name="Member">The member.</param>
/// <param name="Open">Answers are still in time.</param>
public sealed record MemberPage(MemberLink Link, Review Review, Invitation Invitation, Member Member, bool Open)
{
    /// <summary>What the member was asked after the review's own questions and may still answer in time.</summary>
    public IReadOnlyList<OpenFollowUp> FollowUps { get; init; } = [];

    /// <summary>There is a number at which the member could be called.</summary>
    public bool HasPhone { get; init; }

    /// <summary>The member was told what became of the advice, and can read it again.</summary>
    public bool Told => Invitation.ToldAt is not null && Review is { Stage: ReviewStage.Finished, Recommendations.Count: > 0 };

    /// <summary>There is something to show beside that it is over.</summary>
    public bool Shows => Open || FollowUps.Count > 0 || Told;

    /// <summary>There is something of the member's that only their code shows.</summary>
    public bool SaidAny => Said.Any() || Answered.Any();

    /// <summary>What the member answered after the review's own questions.</summary>
    public IEnumerable<FollowUp> Answered => Review.FollowUps.Where(f => f.MemberId == Member.Id && f.Pieces.Count + f.Late.Count > 0);

    /// <summary>What the member said to the review's questions and did not take back, in order of the questions.</summary>
    public IEnumerable<Reply> Said => Review.Replies.Where(r => r.MemberId == Member.Id && !r.Withdrawn).OrderBy(r => r.Question);

    /// <summary>The member took back all they had said.</summary>
    public bool TookBack => !Said.Any() && Review.Replies.Any(r => r.MemberId == Member.Id);

    /// <summary>The member said that they do not want to answer.</summary>
    public bool Declined => Invitation.EndedBecause == Inviting.Declined;
}

/// <summary>A follow-up whose answer still counts.</summary>
/// <param name="Asked">The follow-up.</param>
/// <param name="Until">When answers stop to count; null while that is open.</param>
public sealed record OpenFollowUp(FollowUp Asked, DateTimeOffset? Until);

/// <summary>What one member wrote to one question.</summary>
/// <param name="Question">Number of the question; of a follow-up, its number in the review.</param>
/// <param name="Choice">The option chosen, or null.</param>
/// <param name="Words">Each message, as written.</param>
public sealed record SaidBefore(int Question, int? Choice, IReadOnlyList<string> Words)
{
    /// <summary>The follow-up that it answers; null for the review's own questions.</summary>
    public FollowUpKind? FollowUp { get; init; }
}

/// <summary>Reads what a member's page shows. Nothing here changes anything.</summary>
public sealed class MemberPages(ReviewStore reviews, BoardStore board, ContactStore contacts, BusinessCalendar calendar, TimeProvider clock)
{
    /// <summary>How long what a person has just written is taken, when its link ended while they wrote.</summary>
    public static TimeSpan Grace { get; } = TimeSpan.FromDays(1);

    /// <summary>The page that a link leads to; null when the review does not know the member any more.</summary>
    public async Task<MemberPage?> OpenAsync(MemberLink link, CancellationToken cancellationToken = default)
    {
        if (link.Source.ReviewId is not { } id || await reviews.ReadAsync(id, cancellationToken) is not { State: var review }
            || review.InvitationOf(link.MemberId) is not { } invitation
            || await board.GetAsync(link.MemberId, cancellationToken) is not { } member)
            return null;
        var now = clock.GetUtcNow();
        return new(link, review, invitation, member, KeepingTheDate.TakesAnswers(review, now))
        {
            HasPhone = await contacts.ForSendingAsync(member.Id, cancellationToken) is { Phone: not null },
            FollowUps = [.. FollowingUp.OpenFor(review, member.Id, calendar, now)
                .Select(kind => new OpenFollowUp(review.FollowUpOf(member.Id, kind)!, FollowingUp.Until(review, kind, calendar)))],
        };
    }

    /// <summary>The data that the public dictionary does not have, which the panel is told.</summary>
    public async Task<IReadOnlyList<DataItem>> OutsideDictionaryAsync(string reviewId, CancellationToken cancellationToken = default) =>
        [.. (await reviews.ReadProjectAsync(reviewId, cancellationToken))?.Data.Where(d => d.NotInCatalogue) ?? []];

    /// <summary>What the member wrote, for nobody but who knows their code.</summary>
    public async Task<IReadOnlyList<SaidBefore>> SaidAsync(MemberPage page, CancellationToken cancellationToken = default)
    {
        var said = new List<SaidBefore>();
        foreach (var reply in page.Said)
            said.Add(new(reply.Question, reply.Choice, await WordsAsync(reply.Pieces)));
        foreach (var answer in page.Answered)
            said.Add(new(answer.Number, answer.Choice, await WordsAsync(answer.Pieces.Concat(answer.Late))) { FollowUp = answer.Kind });
        return said;

        async Task<IReadOnlyList<string>> WordsAsync(IEnumerable<ReplyPiece> pieces)
        {
            var words = new List<string>();
            foreach (var content in pieces.Select(p => p.Content).OfType<string>())
            {
                if (await reviews.ReadContentAsync(page.Review.Id, content, cancellationToken) is { } text)
                    words.Add(text);
            }
            return words;
        }
    }
}
