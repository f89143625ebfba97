using CtVoice.Core.Board;
using CtVoice.Core.Honoraria;
using CtVoice.Core.Storage;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace CtVoice.Web.Routes;

/// <summary>What members are owed for their answers, and what was paid. Every look at it is recorded.</summary>
internal static class PaymentRoutes
{
    private static readonly Payment Sample =
        new("r-acdefghjkm|m-07|1", "r-acdefghjkm", "m-07", 1, new(2026, 12, 4), PaymentState.Owed, 25m, "USD", "V-10077", null);

    internal static void MapPayments(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapGet("/api/payments", ReadAsync).OpenTo(Access.CoordinatorAndAuditor)
            .WithName("listPayments")
            .WithSummary("What members are owed for each question of a year, by member and day. The view is recorded.")
            .WithDescription("Owed for every question answered, by whatever channel, late until the report, dictated, or declined with a "
                + "word; never by opinion. Amounts are absent where the installation sets no rate.")
            .Query("year", "Calendar year in Connecticut; this year when absent.")
            .Returns(200, "The payments.", new PaymentList(2026, [Sample]));
        endpoints.MapGet("/api/payments.csv", TableAsync)
            .OpenTo(Access.CoordinatorAndAuditor)
            .WithName("paymentTable").WithSummary("The same as a table, for whoever pays. The view is recorded.")
            .Query("year", "Calendar year in Connecticut; this year when absent.").Returns(200, "The table.", "text/csv");
        endpoints.MapPost<PaidWish>("/api/payments/paid", PaidAsync).OpenTo(Access.Coordinator)
            .WithName("markPaid").WithSummary("Marks payments as paid under a reference; doing it again is the same as once.")
            .Takes(new PaidWish(2026, ["r-acdefghjkm|m-07|1"], "batch-2026-12"))
            .Returns(200, "Marked.", new PaymentList(2026, [Sample with { State = PaymentState.Paid, Reference = "batch-2026-12" }]));
        endpoints.MapPut<MemberPay>("/api/members/{id}/pay", SetPayAsync).OpenTo(Access.Coordinators)
            .WithName("setPay").WithSummary("Replaces what a member wants of pay, and the payee reference; needs If-Match.")
            .Takes(new MemberPay(false, 600m, "V-10077")).Returns(200, "Changed.", MemberExamples.View);
    }

    internal static Task<IResult> SetPayAsync(HttpContext context, MemberPay body) => body.Check() is { Count: > 0 } faults
        ? Task.FromResult<IResult>(Problem.Faults(faults))
        : MemberRoutes.ChangeAsync(context, stored => stored with { Pay = body }, (_, _) => []);

    internal static Task<IResult> ReadAsync(HttpContext context) =>
        ListAsync(context,
            (year, payments) => Answer.Json(new PaymentList(year, payments.Lines) { Unreadable = payments.UnreadableOrNull }));

    internal static Task<IResult> TableAsync(HttpContext context) => ListAsync(context, (_, payments) => Answer.Text(
        System.Text.Encoding.UTF8.GetString(CsvFile.Write(
            ["id", "payee_reference", "member", "review", "question", "on", "state", "amount", "currency", "reference"],
            payments.Lines.Select(
                p => (IReadOnlyList<object?>)[p.Id, p.PayeeReference, p.MemberId, p.ReviewId, p.Question, p.On, p.State, p.Amount,
                    p.Currency, p.Reference])
                .Concat(payments.Unreadable.Select(id =>
                    (IReadOnlyList<object?>)[id, null, null, null, null, null, "cannot be read", null, null, null])))),
        CsvFile.ContentType));

    private static async Task<IResult> ListAsync(HttpContext context, Func<int, ListedRows<Payment>, IResult> show)
    {
        if (Register.RegisterQuery.YearOf(context) is not { } year)
            return Problem.Faults("", "A year is written with four digits, such as 2027.");
        var payments =
            await Listing.SayAsync(context, "payments", await context.Need<PaymentStore>().OfYearAsync(year, context.RequestAborted));
        // Before anything is shown: a view that cannot be recorded is none.
        await context.Need<IViewLog>().RecordAsync(new(
            context.Now(), context.Principal().KeyId, "payments",
            [.. payments.Lines.Select(p => p.MemberId).Distinct(StringComparer.Ordinal)]), context.RequestAborted);
        return show(year, payments);
    }

    internal static async Task<IResult> PaidAsync(HttpContext context, PaidWish body)
    {
        if (body.Reference.Trim().Length is 0 or > 80)
            return Problem.Faults("/reference", "Name the payment run in 1 to 80 characters.");
        if (body.Year is <= 2000 or >= 9999)
            return Problem.Faults("/year", "A year is written with four digits, such as 2027.");
        if (body.Payments.Count is 0 or > 1000)
            return Problem.Faults("/payments", "Name 1 to 1,000 payments by their ids.");
        var store = context.Need<PaymentStore>();
        var refused =
            await store.MarkPaidAsync(body.Year, body.Payments, body.Reference.Trim(), context.Principal().KeyId, context.RequestAborted);
        if (refused.Count > 0)
            return Problem.Conflict($"These are unknown, declined, or paid under another reference: {string.Join(", ", refused)}.");
        var named = body.Payments.ToHashSet(StringComparer.Ordinal);
        return Answer.Json(
            new PaymentList(body.Year,
                [.. (await store.OfYearAsync(body.Year, context.RequestAborted)).Lines.Where(p => named.Contains(p.Id))]));
    }
}

/// <summary>Payments of a year.</summary>
public sealed record PaymentList(int Year, IReadOnlyList<Payment> Payments)
{
    /// <summary>Payments whose row cannot be read; absent when all can.</summary>
    public IReadOnlyList<string>? Unreadable { get; init; }
}

/// <summary>What was paid.</summary>
/// <param name="Year">Year of the payments.</param>
/// <param name="Payments">Their ids.</param>
/// <param name="Reference">The payment run.</param>
internal sealed record PaidWish(int Year, IReadOnlyList<string> Payments, string Reference);
