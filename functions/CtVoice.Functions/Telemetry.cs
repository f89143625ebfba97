using Azure.Monitor.OpenTelemetry.Exporter;
using Microsoft.Azure.Functions.Worker.OpenTelemetry;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace CtVoice.Functions;

/// <summary>Logs and traces of the worker by OpenTelemetry; host.json says the same of the host.</summary>
internal static class Telemetry
{
    private const string Connection = "APPLICATIONINSIGHTS_CONNECTION_STRING";

    /// <summary>Sends them to Application Insights where the platform names one, by identity; elsewhere they stay in the console.</summary>
    public static IServiceCollection AddTelemetry(this IServiceCollection services, IConfiguration configuration, string? clientId)
    {
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
