using System.ComponentModel.DataAnnotations;
using CtVoice.Core.Board;
using CtVoice.Core.Conversations.Sending;
using CtVoice.Functions.Settings;
using CtVoice.Web.Pages;
using CtVoice.Web.Simulation;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace CtVoice.Functions.Sending;

/// <summary>Puts the senders' ports on simulated phones and inboxes.</summary>
internal static class SimulatedSenders
{
    /// <summary>Adds both senders, what every page says of it, and the check that nobody real is on the board.</summary>
    public static IServiceCollection AddSimulatedSenders(this IServiceCollection services) => services
        .AddSingleton(Banner.Trial)
        .AddSingleton<SimulatedMailbox>()
        .AddSingleton<ISmsSender, SimulatedSmsSender>()
        .AddSingleton<IEmailSender, SimulatedEmailSender>()
        .AddSingleton<IHostedService, FictionalBoard>();

    /// <summary>A resident who waits for a message that only a simulator gets must not be on the board.</summary>
    private sealed class FictionalBoard(ContactStore contacts) : BeforeStart
    {
        public override async Task StartingAsync(CancellationToken cancellationToken)
        {
            if (await contacts.RealMembersAsync(cancellationToken) is { Count: > 0 } real)
            {
                throw new ValidationException(
                    $"{ProductSettings.Section}:{nameof(ProductSettings.Senders)}: simulated senders need a fictional board; real are {string.Join(", ", real)}.");
            }
        }
    }
}
