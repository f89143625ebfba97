using CtVoice.Core.Board;
using CtVoice.Core.Projects;
using CtVoice.Core.Reviews;

namespace CtVoice.Core.Conversations.Links;

/// <summary>What a member's link leads to.</summary>
/// <param name="Link">The link.</param>
/// <param name="Review">The review.</param>
/// <param name="Invitation">The member's part in it.</param>
/// <param name="Member">The member.</param>
/// <param name="Open">Answers are still in time.</param>
public sealed record MemberPage(MemberLink Link, Review Review, Invitation Invitation, Member Member, bool Open)
{
    /// <summary>What the member said and did not take back, in order of the questions.</summary>
    public IEnumerable<Reply> Said => Review.Replies.Where(r => r.MemberId == Member.Id && !r.Withdrawn).OrderBy(r => r.Question);

    /// <summary>The member took back all they had said.</summary>
    public bool TookBack => !Said.Any() && Review.Replies.Any(r => r.MemberId == Member.Id);

    /// <summary>The member said that they do not want to answer.</summary>
    public bool Declined => Invitation.EndedBecause == Inviting.Declined;
}

/// <summary>What one member wrote to one question.</summary>
/// <param name="Question">Number of the question.</param>
/// <param name="Choice">The option chosen, or null.</param>
/// <param name="Words">Each message, as written.</param>
public sealed record SaidBefore(int Question, int? Choice, IReadOnlyList<string> Words);

/// <summary>Reads what a member's page shows. Nothing here changes anything.</summary>
public sealed class MemberPages(ReviewStore reviews, BoardStore board, TimeProvider clock)
{
    /// <summary>How long what a person has just written is taken, when its link ended while they wrote.</summary>
    public static TimeSpan Grace { get; } = TimeSpan.FromDays(1);

    /// <summary>The page that a link leads to; null when the review does not know the member any more.</summary>
    public async Task<MemberPage?> OpenAsync(MemberLink link, CancellationToken cancellationToken = default)
    {
        if (await reviews.ReadAsync(link.ReviewId, cancellationToken) is not { State: var review }
            || review.InvitationOf(link.MemberId) is not { } invitation || await board.GetAsync(link.MemberId, cancellationToken) is not { } member)
            return null;
        return new(link, review, invitation, member, review.Stage is ReviewStage.Open && !(review.Window?.ClosesAt <= clock.GetUtcNow()));
    }

    /// <summary>The data that the public dictionary does not have, which the panel is told.</summary>
    public async Task<IReadOnlyList<DataItem>> OutsideDictionaryAsync(string reviewId, CancellationToken cancellationToken = default) =>
        [.. (await reviews.ReadProjectAsync(reviewId, cancellationToken))?.Data.Where(d => d.NotInCatalogue) ?? []];

    /// <summary>What the member wrote, for nobody but who knows their code.</summary>
    public async Task<IReadOnlyList<SaidBefore>> SaidAsync(MemberPage page, CancellationToken cancellationToken = default)
    {
        var said = new List<SaidBefore>();
        foreach (var reply in page.Said)
        {
            var words = new List<string>();
            foreach (var content in reply.Pieces.Select(p => p.Content).OfType<string>())
            {
                if (await reviews.ReadContentAsync(page.Review.Id, content, cancellationToken) is { } text)
                    words.Add(text);
            }
            said.Add(new(reply.Question, reply.Choice, words));
        }
        return said;
    }
}
