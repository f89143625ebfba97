using Azure.Monitor.OpenTelemetry.Exporter;
using Microsoft.Azure.Functions.Worker.OpenTelemetry;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace CtVoice.Functions;

/// <summary>Logs and traces of the worker by OpenTelemetry; host.json says the same of the host.</summary>
internal static class Telemetry
{
    private const string Connection = "APPLICATIONINSIGHTS_CONNECTION_STRING";

    /// <summary>Sends them to Application Insights where the platform names one, by identity; elsewhere they stay in the console.</summary>
    public static IServiceCollection AddTelemetry(this IServiceCollection services, IConfiguration configuration, string? clientId)
    {
        // Our own lines, the heartbeat of the sweep among them; of everybody else what went wrong. A request's line would hold
        // its path, and a resident's link is one.
        services.AddLogging(logging => logging.SetMinimumLevel(LogLevel.Warning).AddFilter(nameof(CtVoice), LogLevel.Information));
        var connection = configuration[Connection];
        if (string.IsNullOrWhiteSpace(connection))
            return services;
        services.AddOpenTelemetry().UseFunctionsWorkerDefaults().UseAzureMonitorExporter(options =>
        {
            options.ConnectionString = connection;
            options.Credential = Identity.Of(clientId);
        });
        return services;
    }
}
