using System.ComponentModel.DataAnnotations;
using CtVoice.Core;
using CtVoice.Core.Conversations.Sending;
using CtVoice.Functions.Sending;
using CtVoice.Functions.Settings;
using CtVoice.Functions.Storage;
using CtVoice.Functions.Workflows;
using CtVoice.Web;
using CtVoice.Web.Routes;
using CtVoice.Web.Simulation;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.HttpOverrides;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace CtVoice.Functions;

/// <summary>The product on Azure: what both hosts share, on Durable Task and Azure Storage.</summary>
internal static class AzureHost
{
    /// <summary>Adds everything but the functions; <see cref="ValidationException"/> names each setting that is wrong.</summary>
    public static IServiceCollection AddAzureHost(this IServiceCollection services, IConfiguration configuration)
    {
        var product = configuration.Read<ProductSettings>(ProductSettings.Section);
        var tables = configuration.Read<TableSettings>(TableSettings.Section);
        var simulated = product.Senders == SenderKind.Simulated;
        if (simulated && !tables.IsDevelopment && product.FirstKeyHash is null)
        {
            throw new ValidationException(
                $"{ProductSettings.Section}:{nameof(product.FirstKeyHash)}: without "
                    + $"{TableSettings.Section}:{nameof(tables.Connection)} = UseDevelopmentStorage=true, simulated senders are behind "
                    + "the coordinator's sign-in, and that needs a key.");
        }
        var pace = configuration.Read<PaceSettings>(PaceSettings.Section).Options();
        var options = product.Options();
        var sending = configuration.Read<SendingSettings>(SendingSettings.Section);
        services.AddCtVoice(options with { Pace = simulated ? PaceOptions.Unlimited : pace, Policy = sending.In(options.Policy) })
            .AddCtVoiceWeb(endpoints => Map(endpoints, simulated, tables.IsDevelopment), product.Web())
            .AddAzureTables(tables)
            .AddDurableWorkflows()
            .AddTelemetry(configuration, tables.ClientId)
            // The worker would take any caller's word for its address, scheme and host before the pipeline is asked.
            .PostConfigure<ForwardedHeadersOptions>(o => o.ForwardedHeaders = ForwardedHeaders.None)
            .AddHostedService<WarmingUp>();
        return product.Senders switch
        {
            SenderKind.Simulated => services.AddSimulatedSenders(),
            SenderKind.Practice => services.AddProviders(configuration, product.PublicUrl!).ToStaffOnly(),
            _ => services.OnceEverythingIsAnswered(product.PublicUrl!).AddProviders(configuration, product.PublicUrl!),
        };
    }

    private static IServiceCollection AddProviders(this IServiceCollection services, IConfiguration configuration, Uri publicUrl)
    {
        var webhooks = configuration.Read<WebhookSettings>(WebhookSettings.Section);
        var twilio = configuration.Read<TwilioSettings>(TwilioSettings.Section);
        return services
            .AddTwilio(twilio)
            .AddEmail(configuration)
            .AddSingleton(webhooks.Options(publicUrl, twilio));
    }

    private static void Map(IEndpointRouteBuilder endpoints, bool simulated, bool nobodyElseIsNear)
    {
        endpoints.MapCtVoice();
        if (simulated && nobodyElseIsNear)
            endpoints.MapSimulators();
        else if (simulated)
            endpoints.MapSimulatorsBehindSignIn();
    }
}
