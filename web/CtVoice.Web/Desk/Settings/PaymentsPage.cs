using CtVoice.Web.Pages;
using CtVoice.Web.Routes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace CtVoice.Web.Desk.Settings;

/// <summary>What members are owed and were paid: the coordinator marks, the auditor reads. Every look is recorded.</summary>
internal static class PaymentsPage
{
    private const string Path = "/desk/payments";

    private static readonly Access Readers = Access.SignedIn(Role.Coordinator, Role.Auditor);

    internal static void MapPaymentsPage(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapPage(Path, ShowAsync).OpenTo(Readers)
            .WithName("deskPayments").WithSummary("What members are owed and were paid in a year. The view is recorded.");
        endpoints.MapPage(Path + "/table", PaymentRoutes.TableAsync).OpenTo(Readers)
            .WithName("deskPaymentTable").WithSummary("The same as a table, for whoever pays. The view is recorded.");
        endpoints.MapForm<PaidWish>(Path, PaymentRoutes.PaidAsync, ShowAsync, context => $"{Path}?year={context.Request.Form["year"]}")
            .OpenTo(Access.SignedIn(Role.Coordinator))
            .WithName("deskMarkPaid").WithSummary("Marks payments as paid under a reference.");
    }

    private static async Task<IResult> ShowAsync(HttpContext context)
    {
        var answer = await PaymentRoutes.ReadAsync(context);
        return answer.Said<PaymentList>() is { } list
            ? DeskPage.Of<PaymentsShown>(
                context, "Payments", new PaymentsShown.Shown(list, context.Principal().Role is Role.Coordinator),
                context.Principal().Role is Role.Coordinator ? [.. SettingsPage.Above] : [new PageLink("Views", "/audit")])
            : answer;
    }
}
