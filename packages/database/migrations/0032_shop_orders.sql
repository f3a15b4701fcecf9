CREATE TABLE "ringtrail"."order_calls" (
	"account_id" uuid NOT NULL,
	"site_id" uuid NOT NULL,
	"shop" text NOT NULL,
	"ref" text NOT NULL,
	"call_id" uuid NOT NULL,
	"rule" text NOT NULL,
	CONSTRAINT "order_calls_account_id_site_id_shop_ref_pk" PRIMARY KEY("account_id","site_id","shop","ref")
);
--> statement-breakpoint
CREATE TABLE "ringtrail"."order_rules" (
	"account_id" uuid NOT NULL,
	"site_id" uuid NOT NULL,
	"window_ms" bigint NOT NULL,
	"matches_callers" boolean NOT NULL,
	CONSTRAINT "order_rules_account_id_site_id_pk" PRIMARY KEY("account_id","site_id")
);
--> statement-breakpoint
CREATE TABLE "ringtrail"."shop_orders" (
	"account_id" uuid NOT NULL,
	"site_id" uuid NOT NULL,
	"shop" text NOT NULL,
	"ref" text NOT NULL,
	"label" text NOT NULL,
	"placed_at" timestamp (3) with time zone NOT NULL,
	"updated_at" timestamp (3) with time zone NOT NULL,
	"currency" text NOT NULL,
	"micros" bigint NOT NULL,
	"is_cancelled" boolean NOT NULL,
	"placed_by" text NOT NULL,
	"visit_id" uuid,
	CONSTRAINT "shop_orders_account_id_site_id_shop_ref_pk" PRIMARY KEY("account_id","site_id","shop","ref")
);
--> statement-breakpoint
CREATE TABLE "ringtrail"."shop_refunds" (
	"account_id" uuid NOT NULL,
	"site_id" uuid NOT NULL,
	"shop" text NOT NULL,
	"order_ref" text NOT NULL,
	"ref" text NOT NULL,
	"micros" bigint NOT NULL,
	CONSTRAINT "shop_refunds_account_id_site_id_shop_order_ref_ref_pk" PRIMARY KEY("account_id","site_id","shop","order_ref","ref")
);
--> statement-breakpoint
ALTER TABLE "ringtrail"."order_calls" ADD CONSTRAINT "order_calls_order" FOREIGN KEY ("account_id","site_id","shop","ref") REFERENCES "ringtrail"."shop_orders"("account_id","site_id","shop","ref") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "ringtrail"."order_calls" ADD CONSTRAINT "order_calls_call" FOREIGN KEY ("account_id","call_id") REFERENCES "ringtrail"."calls"("account_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "ringtrail"."order_rules" ADD CONSTRAINT "order_rules_account_id_site_id_sites_account_id_id_fk" FOREIGN KEY ("account_id","site_id") REFERENCES "ringtrail"."sites"("account_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "ringtrail"."shop_orders" ADD CONSTRAINT "shop_orders_account_id_site_id_sites_account_id_id_fk" FOREIGN KEY ("account_id","site_id") REFERENCES "ringtrail"."sites"("account_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "ringtrail"."shop_refunds" ADD CONSTRAINT "shop_refunds_account_id_site_id_sites_account_id_id_fk" FOREIGN KEY ("account_id","site_id") REFERENCES "ringtrail"."sites"("account_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "order_calls_of_call" ON "ringtrail"."order_calls" USING btree ("account_id","call_id");--> statement-breakpoint
CREATE INDEX "shop_orders_placed" ON "ringtrail"."shop_orders" USING btree ("account_id","placed_at");--> statement-breakpoint
CREATE INDEX "shop_orders_visit" ON "ringtrail"."shop_orders" USING btree ("account_id","visit_id");
--> statement-breakpoint
call ringtrail.guard_tenant('ringtrail.order_calls');
--> statement-breakpoint
call ringtrail.guard_tenant('ringtrail.order_rules');
--> statement-breakpoint
call ringtrail.guard_tenant('ringtrail.shop_orders');
--> statement-breakpoint
call ringtrail.guard_tenant('ringtrail.shop_refunds');
--> statement-breakpoint
grant select, insert, update, delete on ringtrail.order_calls, ringtrail.order_rules, ringtrail.shop_orders,
  ringtrail.shop_refunds to ringtrail_api;
--> statement-breakpoint
-- An order keeps its worth and its call when the visitor is forgotten; which visit it was is gone.
create or replace function ringtrail.forget_visitor(p_account uuid, p_visitor uuid) returns integer language plpgsql as $$
declare
  v_visits uuid[];
begin
  perform set_config('ringtrail.account', p_account::text, true);
  v_visits := array(select v.id from ringtrail.visits v
                    where v.account_id = p_account and v.visitor_id = p_visitor order by v.id for update);
  perform from ringtrail.leases l where l.account_id = p_account and l.visit_id = any (v_visits)
  order by l.pool_id, l.number_id for no key update;
  update ringtrail.leases l set visit_id = null, firm = false
  where l.account_id = p_account and l.visit_id = any (v_visits);
  delete from ringtrail.shares s where s.account_id = p_account and s.visit_id = any (v_visits);
  delete from ringtrail.impressions i where i.account_id = p_account and i.visit_id = any (v_visits);
  delete from ringtrail.tel_taps t where t.account_id = p_account and t.visit_id = any (v_visits);
  delete from ringtrail.number_signs n where n.account_id = p_account and n.visit_id = any (v_visits);
  delete from ringtrail.page_views p where p.account_id = p_account and p.visit_id = any (v_visits);
  delete from ringtrail.touches t where t.account_id = p_account and t.visit_id = any (v_visits);
  update ringtrail.call_candidates c set visit_id = gen_random_uuid()
  where c.account_id = p_account and c.visit_id = any (v_visits);
  update ringtrail.shop_orders o set visit_id = null where o.account_id = p_account and o.visit_id = any (v_visits);
  delete from ringtrail.visits v where v.account_id = p_account and v.id = any (v_visits);
  return cardinality(v_visits);
end $$;
