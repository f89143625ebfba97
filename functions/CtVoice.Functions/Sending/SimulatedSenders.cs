using System.ComponentModel.DataAnnotations;
using CtVoice.Core.Board;
using CtVoice.Core.Conversations.Sending;
using CtVoice.Core.Projects;
using CtVoice.Core.Projects.Catalogue;
using CtVoice.Functions.Settings;
using CtVoice.Web;
using CtVoice.Web.Pages;
using CtVoice.Web.Simulation;
using Microsoft.Extensions.DependencyInjection;

namespace CtVoice.Functions.Sending;

/// <summary>Puts the senders' ports on simulated phones and inboxes.</summary>
internal static class SimulatedSenders
{
    /// <summary>Adds both senders, what every page says of it, and the check that nobody real is on the board.</summary>
    public static IServiceCollection AddSimulatedSenders(this IServiceCollection services) => services
        .AddSingleton(Banner.Trial)
        .AddSingleton(WebhookOptions.Development)
        .AddSingleton<SimulatedMailbox>()
        .AddSingleton<ISmsSender, SimulatedSmsSender>()
        .AddSingleton<IEmailSender, SimulatedEmailSender>()
        .AddSingleton(new BeforeStart(NobodyRealAsync));

    /// <summary>
    /// A resident who waits for a message that only a simulator gets must not be on the board; an empty one is filled with
    /// people who do not exist, and an empty catalogue with data that they could be in.
    /// </summary>
    private static async Task NobodyRealAsync(IServiceProvider services)
    {
        var (board, contacts) = (services.GetRequiredService<BoardStore>(), services.GetRequiredService<ContactStore>());
        if ((await board.MembersAsync()).Count == 0)
        {
            using var csv = Sample("board.csv");
            var report = await new BoardImport(board, contacts, services.GetRequiredService<ContactIndex>()).RunAsync(csv, dryRun: false);
            if (!report.Stored)
                throw new InvalidOperationException("The fictional board does not import: " + string.Join(" ", report.Faults));
        }
        var catalogues = services.GetRequiredService<CatalogueStore>();
        if ((await catalogues.CurrentAsync()).Elements.Count == 0)
        {
            using var csv = Sample("catalogue.csv");
            var elements = new CatalogueImport(AgencyDirectory.Shipped).ReadCsv(csv).Elements;
            await catalogues.ImportAsync(new("samples", elements), services.GetRequiredService<TimeProvider>().GetUtcNow());
        }
        if (await contacts.RealMembersAsync() is { Count: > 0 } real)
        {
            throw new ValidationException(
                $"{ProductSettings.Section}:{nameof(ProductSettings.Senders)}: simulated senders need a fictional board; real are "
                    + $"{string.Join(", ", real)}.");
        }
    }

    private static Stream Sample(string name) => typeof(SimulatedSenders).Assembly.GetManifestResourceStream("samples/" + name)!;
}
