namespace CtVoice.Core.Honoraria;

/// <summary>Where a payment stands.</summary>
public enum PaymentState
{
    /// <summary>To be paid.</summary>
    Owed,

    /// <summary>The member does not want it, or has reached the limit that they set for the year.</summary>
    Declined,

    /// <summary>Paid, under a reference.</summary>
    Paid,
}

/// <summary>What a member is owed for one question.</summary>
/// <param name="Id">Names it within its year: review, member and question.</param>
/// <param name="ReviewId">The review.</param>
/// <param name="MemberId">The member.</param>
/// <param name="Question">Number of the question.</param>
/// <param name="On">The day it was earned, in Connecticut.</param>
/// <param name="State">Where it stands.</param>
/// <param name="Amount">How much; null where the installation had set no rate then.</param>
/// <param name="Currency">ISO 4217 code; null with the amount.</param>
/// <param name="PayeeReference">The payee in the books of whoever pays; null until the coordinator sets it.</param>
/// <param name="Reference">The reference that it was paid under.</param>
public sealed record Payment(
    string Id, string ReviewId, string MemberId, int Question, DateOnly On, PaymentState State, decimal? Amount, string? Currency,
    string? PayeeReference, string? Reference)
{
    /// <summary>
    /// The payments of a year with what their members wish: whoever declines pay, or has reached their own limit, is paid no
    /// more. What was paid stays paid, and counts first.
    /// </summary>
    public static IReadOnlyList<Payment> Settle(IEnumerable<Payment> stored, Func<string, Board.MemberPay?> wishOf)
    {
        var settled = new List<Payment>();
        foreach (var member in stored.GroupBy(p => p.MemberId, StringComparer.Ordinal).OrderBy(g => g.Key, StringComparer.Ordinal))
        {
            var wish = wishOf(member.Key) ?? new();
            var sum = member.Where(p => p.State is PaymentState.Paid).Sum(p => p.Amount ?? 0);
            foreach (var payment in member.OrderBy(p => p.On).ThenBy(p => p.Id, StringComparer.Ordinal))
            {
                var state = payment.State;
                if (state is not PaymentState.Paid)
                {
                    var over = wish.YearlyLimit is { } limit && sum + (payment.Amount ?? 0) > limit;
                    state = wish.Declines || over ? PaymentState.Declined : PaymentState.Owed;
                    sum += state is PaymentState.Owed ? payment.Amount ?? 0 : 0;
                }
                settled.Add(payment with { State = state, PayeeReference = wish.PayeeReference });
            }
        }
        return settled;
    }
}
