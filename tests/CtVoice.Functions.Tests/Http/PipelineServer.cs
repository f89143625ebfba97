using CtVoice.Core.Storage;
using CtVoice.Testing.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace CtVoice.Functions.Tests.Http;

/// <summary>A server such as the local host has, over what the Azure host serves, with its tables in memory.</summary>
internal static class PipelineServer
{
    internal static async Task<WebApplication> StartAsync(IConfiguration settings, Action<WebApplication> serve, TimeProvider? time = null)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Services.AddAzureHost(settings);
        builder.Services.AddSingleton(new TableSet(new MemoryTable(), new MemoryTable())).AddSingleton(time ?? TimeProvider.System);
        var app = builder.Build();
        serve(app);
        await app.StartAsync();
        return app;
    }

    internal static Uri Address(this WebApplication app) =>
        new(app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single());
}
