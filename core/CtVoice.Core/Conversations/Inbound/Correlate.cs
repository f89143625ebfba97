using CtVoice.Core.Board;
using CtVoice.Core.Conversations.Sending;
using CtVoice.Core.Reviews;

namespace CtVoice.Core.Conversations.Inbound;

/// <summary>Finds what a message belongs to.</summary>
public sealed class Correlate(
    ContactStore contacts, InboundStore inbox, PhoneQueue phones, AnsweredQuestions answered, ReviewStore reviews, BoardStore board)
{
    internal Task<Correlation> OfAsync(StoredInbound stored, CancellationToken cancellationToken) => stored.Message.Channel switch
    {
        Channel.Sms => OfTextAsync(stored, cancellationToken),
        Channel.Page => OfFormAsync(stored, cancellationToken),
        _ => OfMailAsync(stored, cancellationToken),
    };

    private async Task<Correlation> OfTextAsync(StoredInbound stored, CancellationToken cancellationToken)
    {
        var members = await contacts.MembersOnPhoneAsync(stored.Message.From, cancellationToken);
        if (members.Count == 0)
            return new(stored, Channel.Sms, []) { Unknown = "No member uses this number." };
        var turn = stored.Arrival is { } before ? before.Turn : await phones.LastAsync(stored.Message.From, cancellationToken);
        var memberId = turn?.MemberId ?? members[0];
        var member = await board.GetAsync(memberId, cancellationToken);
        var about = new Correlation(stored, Channel.Sms, members)
        {
            Source = turn?.Source,
            MemberId = memberId,
            Member = member,
            Review = await ReviewAsync(turn?.Source, cancellationToken),
            FollowUp = turn?.FollowUp,
        };
        // Whoever has to finish the work reads the message in the same light.
        if (stored.Arrival is null)
        {
            var arrival =
                new InboundArrival(member?.Consents(Channel.Sms)
                    is not true, turn, about.Review is { State: var review } ? about.OpenIn(review) : 1);
            stored = await inbox.NoteArrivalAsync(stored, arrival, cancellationToken);
        }
        return about with { Stored = stored, OptedOut = stored.Arrival!.OptedOut, Question = stored.Arrival.Question };
    }

    private async Task<Correlation> OfMailAsync(StoredInbound stored, CancellationToken cancellationToken)
    {
        if (await answered.FindAsync(stored.Message, cancellationToken) is not (var code, var found))
            return NoQuestion();
        var review = await ReviewAsync(found.Source, cancellationToken);
        return review is null && found.Source.DialogueKind is null ? NoQuestion() : new(stored, Channel.Email, [found.MemberId])
        {
            Source = found.Source,
            MemberId = found.MemberId,
            Member = await board.GetAsync(found.MemberId, cancellationToken),
            Review = review,
            FollowUp = found.FollowUp,
            Code = code,
        };

        Correlation NoQuestion() => new(stored, Channel.Email, []) { Unknown = "Nothing in this mail says which question it answers." };
    }

    private async Task<Correlation> OfFormAsync(StoredInbound stored, CancellationToken cancellationToken)
    {
        var form = PageForm.Of(stored.Message);
        // Who takes back, declines, stops or speaks of calls says nothing that is read in the light of either.
        var says = form.Action is PageAction.Answer;
        return new(stored, form.SentBy, [form.MemberId])
        {
            Source = form.Source,
            MemberId = form.MemberId,
            Member = says ? await board.GetAsync(form.MemberId, cancellationToken) : null,
            Review = says ? await ReviewAsync(form.Source, cancellationToken) : null,
            FollowUp = form.FollowUp,
            Question = form.Question,
            Form = form,
        };
    }

    private async Task<StoredReview?> ReviewAsync(QuestionSource? source, CancellationToken cancellationToken) =>
        source?.ReviewId is { } id ? await reviews.ReadAsync(id, cancellationToken) : null;
}
