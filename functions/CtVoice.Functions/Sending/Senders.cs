using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace CtVoice.Functions.Sending;

/// <summary>Adds the senders that the settings name.</summary>
internal static class Senders
{
    public static IServiceCollection AddSenders(this IServiceCollection services, IConfiguration configuration) => services;
}
