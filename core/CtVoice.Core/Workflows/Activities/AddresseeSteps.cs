using CtVoice.Core.Accountability;
using CtVoice.Core.Calendar;
using CtVoice.Core.Commands;
using CtVoice.Core.Engine;
using CtVoice.Core.Reviews;

namespace CtVoice.Core.Workflows.Activities;

/// <summary>Where an addressee's part in a review stands. One that is not there has nothing left to do.</summary>
public sealed class ReadAddressee(ReviewStore reviews, BusinessCalendar calendar) : IActivity<AddresseeMoment, AddresseeSchedule>
{
    public async Task<AddresseeSchedule> RunAsync(AddresseeMoment input, CancellationToken cancellationToken) =>
        await reviews.ReadAsync(input.ReviewId, cancellationToken) is { } review
            && AddresseeParts.Find(review.State, input.Number) is { } addressee
            ? AddresseeSchedule.Of(review.State, addressee, calendar, input.Now)
            : new((ClockStep?)null);
}

/// <summary>Answers or commitments are late: from now on that is public.</summary>
public sealed class NoteLate(ReviewCommands commands) : IActivity<AddresseeMoment, bool>
{
    public async Task<bool> RunAsync(AddresseeMoment input, CancellationToken cancellationToken) =>
        await commands.DecideAsync(input.ReviewId, (review, now) =>
            AddresseeParts.Find(review, input.Number) is not { } addressee ? new Decided<bool>(false)
            : Answering.NoteOverdue(review, addressee, now) is { Result: true } overdue ? overdue
            : Delivering.NoteNotDelivered(review, addressee, now), input.Now, cancellationToken: cancellationToken) is { Result: true };
}

/// <summary>Nothing is left to do: the part ends, unless something came in between.</summary>
public sealed class EndAddressee(ReviewCommands commands, BusinessCalendar calendar) : IActivity<AddresseeMoment, bool>
{
    public async Task<bool> RunAsync(AddresseeMoment input, CancellationToken cancellationToken) =>
        await commands.DecideAsync(
            input.ReviewId, (review, now) => EndingParts.End(review, input.Number, input.Round, calendar, now), input.Now,
            cancellationToken: cancellationToken)
            is null or { Result: true };
}
